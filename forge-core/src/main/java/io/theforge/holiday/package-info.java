/** The files of the holiday calendar, read without another library: {@link io.theforge.holiday.HolidayFiles}. */
@NullMarked
package io.theforge.holiday;

import org.jspecify.annotations.NullMarked;
