/** {@link io.theforge.Forge} gives programs their datasets. */
@NullMarked
package io.theforge;

import org.jspecify.annotations.NullMarked;
