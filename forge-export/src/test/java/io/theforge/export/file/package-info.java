@NullMarked
package io.theforge.export.file;

import org.jspecify.annotations.NullMarked;
