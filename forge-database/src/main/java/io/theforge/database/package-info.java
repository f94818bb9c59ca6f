/** Fourth station: one warehouse of seven tables, on PostgreSQL or in an embedded DuckDB file. */
@NullMarked
package io.theforge.database;

import org.jspecify.annotations.NullMarked;
