package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.table.Scope;
import java.util.List;

/**
 * What a statement has to have to be the one that is looked for.
 *
 * @param query to find its passage
 * @param dates keys of dates that it names
 * @param words that it has
 * @param hints words that the best one has too
 */
record Clue(String query, Scope scope, List<String> dates, List<String> words, List<String> hints) {}
