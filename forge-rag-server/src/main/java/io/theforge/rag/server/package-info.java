/** The index over documents behind the HTTP API: {@link io.theforge.rag.server.IndexProgram}, found by the service loader. */
@NullMarked
package io.theforge.rag.server;

import org.jspecify.annotations.NullMarked;
