package io.theforge.database.forecast;

import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of a file that are not about the dataset. */
final class LeftOut {
    private final Plan plan;
    private final LocalDate first;
    private final LocalDate last;
    private final Examples unknown = new Examples();
    private final Examples before = new Examples();
    private final Examples beyond = new Examples();

    LeftOut(Plan plan) {
        this.plan = plan;
        first = LocalDate.ofEpochDay(plan.epochDay(0));
        last = LocalDate.ofEpochDay(plan.epochDay(plan.days() - 1));
    }

    /** A series that the dataset does not have. */
    void unknown(String series) {
        unknown.add(series);
    }

    /** @return whether the day is one of the dataset's */
    boolean hasDay(int day) {
        if (day >= 0 && day < plan.days()) {
            return true;
        }
        (day < 0 ? before : beyond).add(first.plusDays(day).toString());
        return false;
    }

    /** Refuses a file of which nothing is left. */
    void refuseAll(String shown, long rows) {
        if (rows == 0) {
            throw new ForecastFileException(shown, "has a header and no rows", "write a row per series and day");
        }
        if (unknown.rows() == rows) {
            throw new ForecastFileException(
                    shown,
                    "was made for another dataset: none of its series (" + unknown.shown() + ") is in this one",
                    "series of this one are " + plan.stores().get(0).code() + " "
                            + plan.products().get(0).sku() + " and so on; name another with --database");
        }
        if (unknown.rows() + before.rows() + beyond.rows() == rows) {
            throw new ForecastFileException(
                    shown,
                    String.format(
                            Locale.ROOT,
                            "none of its %,d forecasts is of a day of the dataset, %s to %s",
                            rows - unknown.rows(),
                            first,
                            last),
                    beyond.rows() > 0
                            ? "./forge --append makes the days after " + last + ", or forecast earlier ones"
                            : "forecast days of the dataset");
        }
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (unknown.rows() > 0) {
            notes.add("left out because their series are not in the dataset: " + unknown.counted());
        }
        if (before.rows() > 0) {
            notes.add("left out because they are before the dataset's first day, " + first + ": " + before.counted());
        }
        if (beyond.rows() > 0) {
            notes.add("cannot be scored because they are after the dataset's last day, " + last + ": "
                    + beyond.counted() + "; ./forge --append makes more days");
        }
        return notes;
    }
}
