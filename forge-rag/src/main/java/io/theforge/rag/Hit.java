package io.theforge.rag;

import io.theforge.rag.store.Passage;

/**
 * A chunk that answers a query.
 *
 * @param relevanceScore the cosine of query and chunk, 0 to 1; the order comes of this and of the words
 * @param wordScore how well its words fit (BM25), 0 where none does; to be compared within one answer
 */
public record Hit(Passage passage, double relevanceScore, double wordScore) {}
