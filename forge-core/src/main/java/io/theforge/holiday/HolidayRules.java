package io.theforge.holiday;

import de.focus_shift.jollyday.core.spi.ChristianHoliday;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHoliday;
import de.focus_shift.jollyday.core.spi.Fixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonth;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixed;
import de.focus_shift.jollyday.core.spi.Holidays;
import de.focus_shift.jollyday.core.spi.IslamicHoliday;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSunday;
import de.focus_shift.jollyday.core.spi.RelativeToFixed;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonth;
import java.util.List;

/** The rules of a place, by their kind. Public because the calendar asks all its methods that return lists, by reflection. */
public final class HolidayRules implements Holidays {
    private final XmlElement xml;

    HolidayRules(XmlElement xml) {
        this.xml = xml;
    }

    @Override
    public List<Fixed> fixed() {
        return xml.all("Fixed", Rules.Date::new);
    }

    @Override
    public List<RelativeToFixed> relativeToFixed() {
        return xml.all("RelativeToFixed", Rules.NearDate::new);
    }

    @Override
    public List<RelativeToWeekdayInMonth> relativeToWeekdayInMonth() {
        return xml.all("RelativeToWeekdayInMonth", Rules.NearWeekdayInMonth::new);
    }

    @Override
    public List<FixedWeekdayInMonth> fixedWeekdays() {
        return xml.all("FixedWeekday", Rules.WeekdayInMonth::new);
    }

    @Override
    public List<ChristianHoliday> christianHolidays() {
        return xml.all("ChristianHoliday", Rules.Christian::new);
    }

    @Override
    public List<IslamicHoliday> islamicHolidays() {
        return xml.all("IslamicHoliday", Rules.Islamic::new);
    }

    @Override
    public List<FixedWeekdayBetweenFixed> fixedWeekdayBetweenFixed() {
        return xml.all("FixedWeekdayBetweenFixed", Rules.WeekdayBetween::new);
    }

    @Override
    public List<FixedWeekdayRelativeToFixed> fixedWeekdayRelativeToFixed() {
        return xml.all("FixedWeekdayRelativeToFixed", Rules.WeekdayNearDate::new);
    }

    @Override
    public List<EthiopianOrthodoxHoliday> ethiopianOrthodoxHolidays() {
        return xml.all("EthiopianOrthodoxHoliday", Rules.Ethiopian::new);
    }

    @Override
    public List<RelativeToEasterSunday> relativeToEasterSunday() {
        return xml.all("RelativeToEasterSunday", Rules.NearEaster::new);
    }
}
