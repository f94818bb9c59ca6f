/** Simple forecasts that any model has to beat: {@link Benchmarks} makes them all. */
@NullMarked
package io.theforge.oracle.benchmark;

import org.jspecify.annotations.NullMarked;
