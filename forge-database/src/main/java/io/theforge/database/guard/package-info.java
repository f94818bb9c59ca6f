/** What stands between an operation and rows that are not ours. */
@NullMarked
package io.theforge.database.guard;

import org.jspecify.annotations.NullMarked;
