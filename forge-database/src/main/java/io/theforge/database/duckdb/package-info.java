/**
 * The embedded target: one DuckDB file. A dataset is replaced by writing a new file beside the old one and renaming it over,
 * so that whatever happens on the way, the file at the target path is whole.
 */
@NullMarked
package io.theforge.database.duckdb;

import org.jspecify.annotations.NullMarked;
