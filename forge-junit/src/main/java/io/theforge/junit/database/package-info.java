/** Databases for tests, copied from a cache: {@link io.theforge.junit.database.TestDatabases} is the way to one. */
@NullMarked
package io.theforge.junit.database;

import org.jspecify.annotations.NullMarked;
