/** Holds the documentation against the program: every command that it shows is run, every link is followed, every list is compared. */
@NullMarked
package io.theforge.docs;

import org.jspecify.annotations.NullMarked;
