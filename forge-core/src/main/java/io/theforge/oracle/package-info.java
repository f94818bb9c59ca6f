/** The best possible score: expected errors of a forecaster who knows the mean, the usual metrics, and simple benchmarks. */
@NullMarked
package io.theforge.oracle;

import org.jspecify.annotations.NullMarked;
