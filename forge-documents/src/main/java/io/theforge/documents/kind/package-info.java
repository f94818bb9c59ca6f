/** The kinds of documents, a class each, and what they have in common: {@link io.theforge.documents.kind.Kind}, {@link io.theforge.documents.kind.Catalogue}. */
@NullMarked
package io.theforge.documents.kind;

import org.jspecify.annotations.NullMarked;
