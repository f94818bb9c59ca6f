/** What there is to ask about the database, and what can be done with it: {@link io.theforge.server.dataset.ServedDatabase}, and endpoints by theme. */
@NullMarked
package io.theforge.server.dataset;

import org.jspecify.annotations.NullMarked;
