/** Documents and questions about a dataset, whose answers are known. */
@NullMarked
package io.theforge.documents;

import org.jspecify.annotations.NullMarked;
