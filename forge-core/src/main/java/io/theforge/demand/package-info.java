/**
 * Demand of a pair on a day: {@link ExpectedDemand} is its mean, {@link DemandFactors} the factors of that, {@link LatentDemand} the draw
 * around it.
 */
@NullMarked
package io.theforge.demand;

import org.jspecify.annotations.NullMarked;
