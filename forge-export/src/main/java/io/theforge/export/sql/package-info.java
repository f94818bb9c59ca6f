/** One script that fills an empty PostgreSQL: {@link io.theforge.export.sql.SqlFormat}. */
@NullMarked
package io.theforge.export.sql;

import org.jspecify.annotations.NullMarked;
