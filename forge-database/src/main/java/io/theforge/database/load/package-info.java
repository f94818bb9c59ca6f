/** The bulk path: series made and encoded by workers, written by one thread, counted and fingerprinted on the way. */
@NullMarked
package io.theforge.database.load;

import org.jspecify.annotations.NullMarked;
