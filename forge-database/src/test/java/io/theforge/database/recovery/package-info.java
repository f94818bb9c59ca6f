/** A stranger with only the database finds the configuration back. */
@NullMarked
package io.theforge.database.recovery;

import org.jspecify.annotations.NullMarked;
