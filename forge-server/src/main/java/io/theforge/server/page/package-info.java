/** Pages for people: {@link io.theforge.server.page.Pages}. */
@NullMarked
package io.theforge.server.page;

import org.jspecify.annotations.NullMarked;
