/**
 * Somebody's stack behind its HTTP interface: {@link io.theforge.cli.rag.host.RagHost} at a {@link io.theforge.cli.rag.host.HostAddress},
 * and the citations in its answers.
 */
@NullMarked
package io.theforge.cli.rag.host;

import org.jspecify.annotations.NullMarked;
