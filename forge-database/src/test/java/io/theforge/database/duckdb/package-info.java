@NullMarked
package io.theforge.database.duckdb;

import org.jspecify.annotations.NullMarked;
