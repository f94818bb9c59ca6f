/**
 * The index over documents behind the HTTP API: {@link io.theforge.rag.server.IndexProgram} for the server and
 * {@link io.theforge.rag.server.OwnStack} for the check of a stack, both found by the service loader.
 */
@NullMarked
package io.theforge.rag.server;

import org.jspecify.annotations.NullMarked;
