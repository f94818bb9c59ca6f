@NullMarked
package io.theforge.plan.holidays;

import org.jspecify.annotations.NullMarked;
