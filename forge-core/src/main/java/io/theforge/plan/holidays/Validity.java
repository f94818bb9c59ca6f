package io.theforge.plan.holidays;

import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.Limited.YearCycle;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What every rule has: its name and the years in which it holds.
 *
 * @param from first year, null when it always was
 * @param to last year, null when it still holds
 */
record Validity(
        String key,
        HolidayType type,
        @Nullable Year from,
        @Nullable Year to,
        YearCycle cycle) {

    static Validity of(Element e) {
        String type = e.getAttribute("localizedType");
        String every = e.getAttribute("every");
        return new Validity(
                e.getAttribute("descriptionPropertiesKey"),
                type.isEmpty() ? HolidayType.PUBLIC_HOLIDAY : HolidayType.valueOf(type),
                year(e.getAttribute("validFrom")),
                year(e.getAttribute("validTo")),
                every.isEmpty() ? YearCycle.EVERY_YEAR : YearCycle.valueOf(every));
    }

    private static @Nullable Year year(String text) {
        return text.isEmpty() ? null : Year.of(Integer.parseInt(text));
    }
}
