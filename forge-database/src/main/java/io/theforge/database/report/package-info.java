/** What an operation says: reports, checks, progress, refusals. It depends on no other package of the database. */
@NullMarked
package io.theforge.database.report;

import org.jspecify.annotations.NullMarked;
