package io.theforge.rag.text;

/**
 * A piece of a text, small enough to be found by its meaning.
 *
 * @param content what is read: the text's own characters, in later parts of a table after the table's head
 * @param embedded what the model reads: the headings above it, then the content
 * @param tokens about how many the model reads
 */
public record Chunk(String content, Place place, String embedded, int tokens) {}
