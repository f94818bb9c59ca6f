/** The PostgreSQL target: one transaction, binary COPY, indexes and constraints taken off and put back as they were. */
@NullMarked
package io.theforge.database.postgres;

import org.jspecify.annotations.NullMarked;
