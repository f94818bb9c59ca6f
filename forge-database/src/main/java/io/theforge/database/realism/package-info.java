/** How much a dataset looks like real retail demand: figures, the bands they are held against, and what a scenario promises. */
@NullMarked
package io.theforge.database.realism;

import org.jspecify.annotations.NullMarked;
