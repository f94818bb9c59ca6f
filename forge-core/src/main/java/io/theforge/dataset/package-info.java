/** What programs get: {@link io.theforge.dataset.Dataset}, with rows as records or into a sink of one's own. */
@NullMarked
package io.theforge.dataset;

import org.jspecify.annotations.NullMarked;
