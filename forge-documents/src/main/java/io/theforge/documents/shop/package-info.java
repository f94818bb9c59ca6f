/** What is true in a dataset: {@link io.theforge.documents.shop.Shop} sums its series once and gives facts with their queries. */
@NullMarked
package io.theforge.documents.shop;

import org.jspecify.annotations.NullMarked;
