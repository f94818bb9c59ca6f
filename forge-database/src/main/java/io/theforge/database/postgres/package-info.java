/** The PostgreSQL target: one transaction, binary COPY, indexes and constraints dropped before a load and restored after it. */
@NullMarked
package io.theforge.database.postgres;

import org.jspecify.annotations.NullMarked;
