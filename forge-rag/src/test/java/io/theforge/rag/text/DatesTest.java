package io.theforge.rag.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatesTest {

    private static List<String> dates(String text) {
        return Dates.in(text).stream().map(Dates.Spelled::date).toList();
    }

    @Test
    void datesInWordsHaveOneForm() {
        assertThat(dates("On 5 March 2024, in Sept. 2023, on July 14th, 2022."))
                .containsExactly("2024-03-05", "2023-09", "2022-07-14");
    }

    @Test
    void aYearAloneIsNoPartOfAMonthOrANumber() {
        assertThat(dates("2024 was good; May 2024 and 2024-05-01 and 2,024 and SKU-2024 were not."))
                .containsExactly("2024", "2024-05");
        assertThat(Dates.isIn("Sales of 2024", "2024")).isTrue();
        assertThat(Dates.isIn("Sales of 1 May 2024", "2024")).isFalse();
    }

    @Test
    void aDateIsFoundHoweverItIsWritten() {
        assertThat(Dates.isIn("since 2024-03-05", "2024-03-05")).isTrue();
        assertThat(Dates.isIn("since 5 March 2024", "2024-03-05")).isTrue();
        assertThat(Dates.isIn("in March 2024", "2024-03")).isTrue();
        assertThat(Words.counts("March 2024").keySet())
                .containsAll(Words.counts("2024-03").keySet());
    }
}
