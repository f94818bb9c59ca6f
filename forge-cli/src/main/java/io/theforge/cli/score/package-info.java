/** Commands that only the maker of a dataset can offer: true uplift, the best possible score, scores of forecasts. */
@NullMarked
package io.theforge.cli.score;

import org.jspecify.annotations.NullMarked;
