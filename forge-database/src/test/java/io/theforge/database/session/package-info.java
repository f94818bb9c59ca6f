/** Work that is begun before anybody waits for it. */
@NullMarked
package io.theforge.database.session;

import org.jspecify.annotations.NullMarked;
