@NullMarked
package io.theforge.export.dirt;

import org.jspecify.annotations.NullMarked;
