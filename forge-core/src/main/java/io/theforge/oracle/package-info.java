/** The best possible score: {@link Oracle} computes what who knows the law of demand and no draw would reach, beside simple benchmarks. */
@NullMarked
package io.theforge.oracle;

import org.jspecify.annotations.NullMarked;
