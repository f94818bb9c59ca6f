/** {@code --full-new}: the dataset of earlier runs is replaced. Entry: {@link io.theforge.database.replace.FullNew}. */
@NullMarked
package io.theforge.database.replace;

import org.jspecify.annotations.NullMarked;
