@NullMarked
package io.theforge.export;

import org.jspecify.annotations.NullMarked;
