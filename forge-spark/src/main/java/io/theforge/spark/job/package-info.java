/**
 * The job that writes a dataset as files: {@link io.theforge.spark.job.DatasetJob} has the tables written one after another into an
 * {@link io.theforge.spark.job.OutputFolder}, and says in its manifest what is there.
 */
@NullMarked
package io.theforge.spark.job;

import org.jspecify.annotations.NullMarked;
