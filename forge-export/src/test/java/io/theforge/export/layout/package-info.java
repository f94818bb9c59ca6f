@NullMarked
package io.theforge.export.layout;

import org.jspecify.annotations.NullMarked;
