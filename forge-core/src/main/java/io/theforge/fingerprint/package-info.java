/** The name of a dataset: computed while it is made, and again from a database or an export. */
@NullMarked
package io.theforge.fingerprint;

import org.jspecify.annotations.NullMarked;
