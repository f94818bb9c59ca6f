/** Somebody's forecasts, read from a CSV or Parquet file and held against a dataset's series and days. */
@NullMarked
package io.theforge.database.forecast;

import org.jspecify.annotations.NullMarked;
