/** {@code --delete}: rows of ours go, with a backup first where one is asked for. Entry: {@link io.theforge.database.delete.Delete}. */
@NullMarked
package io.theforge.database.delete;

import org.jspecify.annotations.NullMarked;
