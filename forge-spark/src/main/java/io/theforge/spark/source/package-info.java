/**
 * A table of a dataset as Spark reads it: {@link io.theforge.spark.source.DatasetTable} is planned by
 * {@link io.theforge.spark.source.DatasetScan}, cut into {@link io.theforge.spark.source.Part}s, and each part is made by a
 * {@link io.theforge.spark.source.PartReader} on whatever machine takes it.
 */
@NullMarked
package io.theforge.spark.source;

import org.jspecify.annotations.NullMarked;
