/** Commands about files: {@code export}. */
@NullMarked
package io.theforge.cli.export;

import org.jspecify.annotations.NullMarked;
