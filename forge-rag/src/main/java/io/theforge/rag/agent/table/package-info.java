/** What is asked of the seven tables: a few typed queries, {@link io.theforge.rag.agent.table.Tables}, never free SQL. */
@NullMarked
package io.theforge.rag.agent.table;

import org.jspecify.annotations.NullMarked;
