@NullMarked
package io.theforge.export.manifest;

import org.jspecify.annotations.NullMarked;
