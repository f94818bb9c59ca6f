/**
 * What takes its time: {@link io.theforge.server.operation.Operations} runs one writer at a time, {@link io.theforge.server.operation.Journal}
 * tells everybody who listens, {@link io.theforge.server.operation.DatabaseGate} keeps readers of a file out of a writer's way.
 */
@NullMarked
package io.theforge.server.operation;

import org.jspecify.annotations.NullMarked;
