/** More of the same: what the recent rows of a shop say about each store-product pair, and further days drawn from it. */
@NullMarked
package io.theforge.database.estimate;

import org.jspecify.annotations.NullMarked;
