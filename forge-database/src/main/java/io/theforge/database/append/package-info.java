/** {@code --append}: days are added to a dataset of ours, or to the rows of somebody else. Entry: {@link io.theforge.database.append.Append}. */
@NullMarked
package io.theforge.database.append;

import org.jspecify.annotations.NullMarked;
