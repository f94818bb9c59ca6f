package io.theforge.documents;

import io.theforge.documents.fact.Statement;
import java.util.List;

/**
 * A document.
 *
 * @param path inside the folder, "reviews/2024-03-S00003.md"
 * @param text Markdown, with front matter
 * @param statements what it says that can be asked about, and where
 */
public record Document(String path, String text, List<Statement> statements) {}
