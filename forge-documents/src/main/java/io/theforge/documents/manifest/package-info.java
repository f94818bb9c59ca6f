/** What a folder of documents says of itself: {@link io.theforge.documents.manifest.DocumentManifest} is its {@code manifest.json}. */
@NullMarked
package io.theforge.documents.manifest;

import org.jspecify.annotations.NullMarked;
