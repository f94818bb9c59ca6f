/** Manifests read back, which somebody may have edited. */
@NullMarked
package io.theforge.export.read.manifest;

import org.jspecify.annotations.NullMarked;
