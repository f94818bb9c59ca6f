@NullMarked
package io.theforge.export.dirt.undo;

import org.jspecify.annotations.NullMarked;
