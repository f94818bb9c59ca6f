package io.theforge.plan.holidays;

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

/**
 * The holidays of one place, by kind of rule. Jollyday calls every method of this class that returns a list, by
 * reflection: hence public, and no other such method.
 */
public record HolidayRules(
        List<Fixed> fixed,
        List<FixedWeekdayInMonth> fixedWeekdays,
        List<RelativeToFixed> relativeToFixed,
        List<RelativeToWeekdayInMonth> relativeToWeekdayInMonth,
        List<FixedWeekdayBetweenFixed> fixedWeekdayBetweenFixed,
        List<FixedWeekdayRelativeToFixed> fixedWeekdayRelativeToFixed,
        List<ChristianHoliday> christianHolidays,
        List<IslamicHoliday> islamicHolidays,
        List<EthiopianOrthodoxHoliday> ethiopianOrthodoxHolidays,
        List<RelativeToEasterSunday> relativeToEasterSunday)
        implements Holidays {}
