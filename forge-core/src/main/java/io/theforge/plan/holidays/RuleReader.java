package io.theforge.plan.holidays;

import de.focus_shift.jollyday.core.spi.ChristianHoliday;
import de.focus_shift.jollyday.core.spi.ChristianHoliday.ChristianHolidayType;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHoliday;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHoliday.EthiopianOrthodoxHolidayType;
import de.focus_shift.jollyday.core.spi.Fixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonth;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixed;
import de.focus_shift.jollyday.core.spi.IslamicHoliday;
import de.focus_shift.jollyday.core.spi.IslamicHoliday.IslamicHolidayType;
import de.focus_shift.jollyday.core.spi.Movable.MovingCondition;
import de.focus_shift.jollyday.core.spi.Occurrence;
import de.focus_shift.jollyday.core.spi.Relation;
import de.focus_shift.jollyday.core.spi.RelativeToFixed;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonth;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.Days;
import org.threeten.extra.chrono.JulianChronology;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Turns the elements of a holiday file into the rules that Jollyday evaluates. */
final class RuleReader {
    private RuleReader() {}

    /** @param xml the {@code Holidays} elements of a place, at most one */
    static HolidayRules read(List<Element> xml) {
        return new HolidayRules(
                all(xml, "Fixed", RuleReader::fixed),
                all(xml, "FixedWeekday", RuleReader::weekdayInMonth),
                all(
                        xml,
                        "RelativeToFixed",
                        e -> new NearDay(
                                Validity.of(e),
                                DayOfWeek.valueOf(
                                        child(e, "Weekday").getTextContent().strip()),
                                null,
                                Relation.valueOf(
                                        child(e, "When").getTextContent().strip()),
                                fixed(child(e, "Date")))),
                all(
                        xml,
                        "RelativeToWeekdayInMonth",
                        e -> new NearWeekday(
                                Validity.of(e), weekday(e), when(e), weekdayInMonth(child(e, "FixedWeekday")))),
                all(
                        xml,
                        "FixedWeekdayBetweenFixed",
                        e -> new WeekdayBetween(
                                Validity.of(e), fixed(child(e, "from")), fixed(child(e, "to")), weekday(e))),
                all(
                        xml,
                        "FixedWeekdayRelativeToFixed",
                        e -> new WeekdayNear(Validity.of(e), fixed(child(e, "day")), which(e), weekday(e), when(e))),
                all(
                        xml,
                        "ChristianHoliday",
                        e -> new Christian(
                                Validity.of(e),
                                conditions(e),
                                ChristianHolidayType.valueOf(e.getAttribute("type")),
                                e.getAttribute("chronology").equals("JULIAN")
                                        ? JulianChronology.INSTANCE
                                        : IsoChronology.INSTANCE)),
                all(
                        xml,
                        "IslamicHoliday",
                        e -> new Islamic(
                                Validity.of(e), conditions(e), IslamicHolidayType.valueOf(e.getAttribute("type")))),
                all(
                        xml,
                        "EthiopianOrthodoxHoliday",
                        e -> new Ethiopian(
                                Validity.of(e), EthiopianOrthodoxHolidayType.valueOf(e.getAttribute("type")))),
                // No file of the library has days relative to Easter.
                List.of());
    }

    private static <T> List<T> all(List<Element> xml, String kind, Function<Element, T> rule) {
        return xml.stream()
                .flatMap(holidays -> children(holidays, kind).stream())
                .map(rule)
                .toList();
    }

    /** Elements directly below one. */
    static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static Fixed fixed(Element e) {
        Month month = Month.valueOf(e.getAttribute("month"));
        return new Day(Validity.of(e), MonthDay.of(month, Integer.parseInt(e.getAttribute("day"))), conditions(e));
    }

    private static FixedWeekdayInMonth weekdayInMonth(Element e) {
        return new WeekdayInMonth(Validity.of(e), weekday(e), Month.valueOf(e.getAttribute("month")), which(e));
    }

    private static List<MovingCondition> conditions(Element e) {
        return children(e, "MovingCondition").stream()
                .<MovingCondition>map(c -> new Moving(
                        weekday(c),
                        MovingCondition.With.valueOf(c.getAttribute("with")),
                        DayOfWeek.valueOf(c.getAttribute("substitute"))))
                .toList();
    }

    private static Element child(Element e, String name) {
        return children(e, name).get(0);
    }

    private static DayOfWeek weekday(Element e) {
        return DayOfWeek.valueOf(e.getAttribute("weekday"));
    }

    private static Occurrence which(Element e) {
        return Occurrence.valueOf(e.getAttribute("which"));
    }

    private static Relation when(Element e) {
        return Relation.valueOf(e.getAttribute("when"));
    }

    private record Moving(DayOfWeek weekday, With with, DayOfWeek substitute) implements MovingCondition {}

    private record Day(Validity validity, MonthDay day, List<MovingCondition> conditions) implements Fixed, Valid {}

    private record WeekdayInMonth(Validity validity, DayOfWeek weekday, Month month, Occurrence which)
            implements FixedWeekdayInMonth, Valid {}

    private record NearDay(
            Validity validity, DayOfWeek weekday, @Nullable Days days, Relation when, Fixed date)
            implements RelativeToFixed, Valid {}

    private record NearWeekday(Validity validity, DayOfWeek weekday, Relation when, FixedWeekdayInMonth weekdayInMonth)
            implements RelativeToWeekdayInMonth, Valid {}

    private record WeekdayBetween(Validity validity, Fixed from, Fixed to, DayOfWeek weekday)
            implements FixedWeekdayBetweenFixed, Valid {}

    private record WeekdayNear(Validity validity, Fixed day, Occurrence which, DayOfWeek weekday, Relation when)
            implements FixedWeekdayRelativeToFixed, Valid {}

    private record Christian(
            Validity validity, List<MovingCondition> conditions, ChristianHolidayType type, Chronology chronology)
            implements ChristianHoliday, Valid {}

    private record Islamic(Validity validity, List<MovingCondition> conditions, IslamicHolidayType type)
            implements IslamicHoliday, Valid {}

    private record Ethiopian(Validity validity, EthiopianOrthodoxHolidayType type)
            implements EthiopianOrthodoxHoliday, Valid {}
}
