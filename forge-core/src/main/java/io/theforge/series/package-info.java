/** Third station: one store-product pair after another becomes a block of primitive columns. */
@NullMarked
package io.theforge.series;

import org.jspecify.annotations.NullMarked;
