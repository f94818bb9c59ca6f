/** The distribution of a day's demand, as an oracle knows it who sees no draw: {@link OracleSeries} and its {@link DemandDistribution}. */
@NullMarked
package io.theforge.oracle.distribution;

import org.jspecify.annotations.NullMarked;
