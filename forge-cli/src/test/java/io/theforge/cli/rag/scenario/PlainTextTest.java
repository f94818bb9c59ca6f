package io.theforge.cli.rag.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.rag.scenario.PlainText.Stretch;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final String TEXT = "# Store S1\n\nIt opened  on 5 March.\nIt has 12 rows of shelves.\n";

    private static String found(String piece) {
        StringBuilder found = new StringBuilder();
        for (Stretch stretch : new PlainText(TEXT).places(piece)) {
            found.append('<').append(TEXT, stretch.start(), stretch.end()).append('>');
        }
        return found.toString();
    }

    @Test
    void blanksMayBeWrittenInAnyWay() {
        assertThat(found(TEXT)).isEqualTo("<" + TEXT.stripTrailing() + ">");
        assertThat(found("\r\nIt opened on\r\n5 March. It ")).isEqualTo("<It opened  on 5 March.\nIt>");
    }

    @Test
    void somethingPutBeforeItOrIntoItMakesNoDifference() {
        assertThat(found("Source: stores.md\nIt opened on 5 March.\n---\nIt has 12 rows of shelves."))
                .isEqualTo("<It opened  on 5 March.><It has 12 rows of shelves.>");
    }

    @Test
    void whatTheTextDoesNotHaveIsNowhere() {
        assertThat(found("It closed on 5 March.")).isEmpty();
        assertThat(found(" \n ")).isEmpty();
        assertThat(new PlainText(" ").places("x")).isEmpty();
    }
}
