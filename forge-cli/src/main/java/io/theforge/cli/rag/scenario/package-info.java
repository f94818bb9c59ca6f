/**
 * The check of a stack from index to cleanup: {@link io.theforge.cli.rag.scenario.Scenario} takes it through its
 * {@link io.theforge.cli.rag.scenario.Steps}, and {@link io.theforge.cli.rag.scenario.StackScore} tells what came of it.
 */
@NullMarked
package io.theforge.cli.rag.scenario;

import org.jspecify.annotations.NullMarked;
