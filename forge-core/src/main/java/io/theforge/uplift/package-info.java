/** What an effect did: {@link TrueUplift} is the dataset less its twin without it, drawn by common random numbers. */
@NullMarked
package io.theforge.uplift;

import org.jspecify.annotations.NullMarked;
