/** {@code forge preview}: what a dataset would look like, as charts. */
@NullMarked
package io.theforge.cli.preview;

import org.jspecify.annotations.NullMarked;
