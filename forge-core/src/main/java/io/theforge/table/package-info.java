/** The seven tables: which they are and how a row of each is written, once for every target, file and fingerprint. */
@NullMarked
package io.theforge.table;

import org.jspecify.annotations.NullMarked;
