/**
 * The sinks' side of the bulk path: {@link TableSink} is what takes the rows of a table, {@link SeriesPipeline} makes series on several
 * threads and hands them over in order, counted and fingerprinted on the way. Databases and files take their rows through the same door.
 */
@NullMarked
package io.theforge.sink;

import org.jspecify.annotations.NullMarked;
