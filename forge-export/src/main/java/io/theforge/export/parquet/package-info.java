/** Parquet, written by DuckDB from columns of ours: {@link io.theforge.export.parquet.ParquetFormat}. */
@NullMarked
package io.theforge.export.parquet;

import org.jspecify.annotations.NullMarked;
