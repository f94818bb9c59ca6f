/** One database file, as {@code --full-new} makes it: {@link io.theforge.export.duckdb.DuckDbFormat}. */
@NullMarked
package io.theforge.export.duckdb;

import org.jspecify.annotations.NullMarked;
