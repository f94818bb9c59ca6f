/** What no table holds and documents agree on all the same: people, suppliers, targets and rules. {@link io.theforge.documents.house.House} is the way in. */
@NullMarked
package io.theforge.documents.house;

import org.jspecify.annotations.NullMarked;
