package io.theforge.cli.rag.host;

import java.util.List;

/**
 * An answer to a question.
 *
 * @param text without its citations
 * @param citations paths of sources, each once
 */
public record Reply(String text, List<String> citations) {}
