/** What is known of a day's demand by who knows its law and no draw: {@link OracleSeries} and its {@link DemandDistribution}. */
@NullMarked
package io.theforge.oracle.distribution;

import org.jspecify.annotations.NullMarked;
