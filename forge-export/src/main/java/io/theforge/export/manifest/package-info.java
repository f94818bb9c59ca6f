/**
 * What an export says of itself: {@link io.theforge.export.manifest.Manifest} is {@code manifest.json}, {@link
 * io.theforge.export.manifest.Croissant} the same for machine learning's tools.
 */
@NullMarked
package io.theforge.export.manifest;

import org.jspecify.annotations.NullMarked;
