/** What an effect did: the dataset less its twin without it. */
@NullMarked
package io.theforge.uplift;

import org.jspecify.annotations.NullMarked;
