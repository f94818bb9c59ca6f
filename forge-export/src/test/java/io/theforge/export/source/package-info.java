@NullMarked
package io.theforge.export.source;

import org.jspecify.annotations.NullMarked;
