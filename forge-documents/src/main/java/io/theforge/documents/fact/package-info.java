/** What is true in a dataset, and where a document says it: {@link io.theforge.documents.fact.Fact}, {@link io.theforge.documents.fact.Statement}. */
@NullMarked
package io.theforge.documents.fact;

import org.jspecify.annotations.NullMarked;
