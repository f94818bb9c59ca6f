/** What a value of a request or an answer looks like: {@link io.theforge.server.openapi.Schema}, and how a value is held against it. */
@NullMarked
package io.theforge.server.openapi;

import org.jspecify.annotations.NullMarked;
