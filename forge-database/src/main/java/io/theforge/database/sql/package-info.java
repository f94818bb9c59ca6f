/** One-line queries and the scripts that lie beside a class. Entry: {@link io.theforge.database.sql.Sql}. */
@NullMarked
package io.theforge.database.sql;

import org.jspecify.annotations.NullMarked;
