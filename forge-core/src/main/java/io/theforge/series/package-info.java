/**
 * Third station: {@link SeriesGenerator} makes one store-product pair after another into a {@link SeriesBlock} of primitive columns, with
 * the truth behind it in a {@link TruthBlock}.
 */
@NullMarked
package io.theforge.series;

import org.jspecify.annotations.NullMarked;
