@NullMarked
package io.theforge.export.read;

import org.jspecify.annotations.NullMarked;
