/** What a target has to be able to do. Entry: {@link io.theforge.database.session.Target}. */
@NullMarked
package io.theforge.database.session;

import org.jspecify.annotations.NullMarked;
