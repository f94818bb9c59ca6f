package io.theforge.plan.holidays;

import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.Described;
import de.focus_shift.jollyday.core.spi.Limited;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** A rule that answers Jollyday's questions from its {@link Validity}. */
interface Valid extends Described, Limited {
    Validity validity();

    @Override
    default String descriptionPropertiesKey() {
        return validity().key();
    }

    @Override
    default HolidayType holidayType() {
        return validity().type();
    }

    @Override
    default @Nullable Year validFrom() {
        return validity().from();
    }

    @Override
    default @Nullable Year validTo() {
        return validity().to();
    }

    @Override
    default YearCycle cycle() {
        return validity().cycle();
    }
}
