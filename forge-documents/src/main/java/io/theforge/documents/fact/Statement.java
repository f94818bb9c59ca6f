package io.theforge.documents.fact;

/**
 * Where a document says something.
 *
 * @param document its path inside the folder
 * @param heading the nearest heading above it, without its marks
 * @param start in code points of the document's text, from 0
 * @param end exclusive
 * @param inTable whether it stands in a table's cell; the span is the whole row then
 */
public record Statement(Fact fact, String document, String heading, int start, int end, boolean inTable) {}
