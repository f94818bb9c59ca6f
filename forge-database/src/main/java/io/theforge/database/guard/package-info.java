/** What stands between an operation and rows that are not ours. {@code docs/explanation/ownership.md} lists every promise, its class and its test. */
@NullMarked
package io.theforge.database.guard;

import org.jspecify.annotations.NullMarked;
