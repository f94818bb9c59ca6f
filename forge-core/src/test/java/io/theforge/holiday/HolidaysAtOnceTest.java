package io.theforge.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayManager;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A calendar that many ask at once, as a server's clients do. */
class HolidaysAtOnceTest {
    private static final int THREADS = 16;

    @Test
    void everybodyHearsTheSame() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (String code : new TreeSet<>(HolidayManager.getSupportedCalendarCodes())) {
                HolidayManager manager = HolidayFiles.manager(code.toLowerCase(Locale.ROOT));
                List<Callable<Object>> questions = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    int year = 2020 + i / 2;
                    questions.add(() -> manager.getHolidays(Year.of(year)));
                }
                List<Future<Object>> answers = threads.invokeAll(questions);
                for (int i = 0; i < THREADS; i += 2) {
                    assertThat(answers.get(i).get())
                            .as(code)
                            .isEqualTo(answers.get(i + 1).get());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
