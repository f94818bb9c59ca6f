package io.theforge.holiday;

import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.ChristianHoliday;
import de.focus_shift.jollyday.core.spi.Described;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHoliday;
import de.focus_shift.jollyday.core.spi.Fixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonth;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixed;
import de.focus_shift.jollyday.core.spi.IslamicHoliday;
import de.focus_shift.jollyday.core.spi.Limited;
import de.focus_shift.jollyday.core.spi.Movable;
import de.focus_shift.jollyday.core.spi.Occurrence;
import de.focus_shift.jollyday.core.spi.Relation;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSunday;
import de.focus_shift.jollyday.core.spi.RelativeToFixed;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonth;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.Days;
import org.threeten.extra.chrono.JulianChronology;

/** Rules of holidays: each reads its element when it is asked. What a rule does not say is null, as the calendar wants it. */
final class Rules {
    private Rules() {}

    /** What all rules can say. */
    private abstract static class Rule implements Described, Limited {
        final XmlElement xml;

        Rule(XmlElement xml) {
            this.xml = xml;
        }

        @Override
        public @Nullable String descriptionPropertiesKey() {
            return xml.value("descriptionPropertiesKey", key -> key);
        }

        @Override
        public HolidayType holidayType() {
            return Optional.ofNullable(xml.value("localizedType", HolidayType::valueOf))
                    .orElse(HolidayType.PUBLIC_HOLIDAY);
        }

        @Override
        public @Nullable Year validFrom() {
            return xml.value("validFrom", Year::parse);
        }

        @Override
        public @Nullable Year validTo() {
            return xml.value("validTo", Year::parse);
        }

        @Override
        public YearCycle cycle() {
            return Optional.ofNullable(xml.value("every", YearCycle::valueOf)).orElse(YearCycle.EVERY_YEAR);
        }

        public @Nullable DayOfWeek weekday() {
            return xml.value("weekday", DayOfWeek::valueOf);
        }

        public @Nullable Relation when() {
            return xml.value("when", Relation::valueOf);
        }

        public @Nullable Occurrence which() {
            return xml.value("which", Occurrence::valueOf);
        }

        public @Nullable Month month() {
            return xml.value("month", Month::valueOf);
        }

        public @Nullable Days days() {
            return xml.value("days", text -> Days.of(Integer.parseInt(text)));
        }

        public Chronology chronology() {
            return xml.text("chronology").equals("JULIAN") ? JulianChronology.INSTANCE : IsoChronology.INSTANCE;
        }

        public List<Movable.MovingCondition> conditions() {
            return xml.children("MovingCondition")
                    .<Movable.MovingCondition>map(Moved::new)
                    .toList();
        }
    }

    record Moved(XmlElement xml) implements Movable.MovingCondition {
        @Override
        public DayOfWeek substitute() {
            return DayOfWeek.valueOf(xml.text("substitute"));
        }

        @Override
        public With with() {
            return With.valueOf(xml.text("with"));
        }

        @Override
        public DayOfWeek weekday() {
            return DayOfWeek.valueOf(xml.text("weekday"));
        }
    }

    static final class Date extends Rule implements Fixed {
        Date(XmlElement xml) {
            super(xml);
        }

        @Override
        public MonthDay day() {
            return MonthDay.of(Objects.requireNonNull(month()), Integer.parseInt(xml.text("day")));
        }
    }

    static final class NearDate extends Rule implements RelativeToFixed {
        NearDate(XmlElement xml) {
            super(xml);
        }

        @Override
        public Fixed date() {
            return new Date(xml.child("Date"));
        }
    }

    static final class WeekdayInMonth extends Rule implements FixedWeekdayInMonth {
        WeekdayInMonth(XmlElement xml) {
            super(xml);
        }
    }

    static final class NearWeekdayInMonth extends Rule implements RelativeToWeekdayInMonth {
        NearWeekdayInMonth(XmlElement xml) {
            super(xml);
        }

        @Override
        public FixedWeekdayInMonth weekdayInMonth() {
            return new WeekdayInMonth(xml.child("FixedWeekday"));
        }
    }

    static final class WeekdayBetween extends Rule implements FixedWeekdayBetweenFixed {
        WeekdayBetween(XmlElement xml) {
            super(xml);
        }

        @Override
        public Fixed from() {
            return new Date(xml.child("from"));
        }

        @Override
        public Fixed to() {
            return new Date(xml.child("to"));
        }
    }

    static final class WeekdayNearDate extends Rule implements FixedWeekdayRelativeToFixed {
        WeekdayNearDate(XmlElement xml) {
            super(xml);
        }

        @Override
        public Fixed day() {
            return new Date(xml.child("day"));
        }
    }

    static final class Christian extends Rule implements ChristianHoliday {
        Christian(XmlElement xml) {
            super(xml);
        }

        @Override
        public ChristianHolidayType type() {
            return ChristianHolidayType.valueOf(xml.text("type"));
        }
    }

    static final class Islamic extends Rule implements IslamicHoliday {
        Islamic(XmlElement xml) {
            super(xml);
        }

        @Override
        public IslamicHolidayType type() {
            return IslamicHolidayType.valueOf(xml.text("type"));
        }
    }

    static final class Ethiopian extends Rule implements EthiopianOrthodoxHoliday {
        Ethiopian(XmlElement xml) {
            super(xml);
        }

        @Override
        public EthiopianOrthodoxHolidayType type() {
            return EthiopianOrthodoxHolidayType.valueOf(xml.text("type"));
        }
    }

    static final class NearEaster extends Rule implements RelativeToEasterSunday {
        NearEaster(XmlElement xml) {
            super(xml);
        }
    }
}
