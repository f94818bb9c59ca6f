/** The laws of a format, and a test for each format that says who else reads its files. */
@NullMarked
package io.theforge.export.formats;

import org.jspecify.annotations.NullMarked;
