package io.theforge.documents.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What citations and evidence share.
 *
 * @param cited characters or documents that are cited, each once
 * @param evidence that are evidence, each once
 * @param both that are both
 */
record Overlap(long cited, long evidence, long both) {

    double precision() {
        return (double) both / cited;
    }

    double recall() {
        return (double) both / evidence;
    }

    /** Returns that of documents. */
    static Overlap ofDocuments(List<Span> cited, List<Span> evidence) {
        List<String> named = documents(cited);
        List<String> right = documents(evidence);
        return new Overlap(
                named.size(),
                right.size(),
                named.stream().filter(right::contains).count());
    }

    private static List<String> documents(List<Span> spans) {
        return spans.stream().map(Span::document).distinct().toList();
    }

    /** Returns that of characters. */
    static Overlap ofSpans(List<Span> cited, List<Span> evidence) {
        List<Span> named = merged(cited);
        List<Span> right = merged(evidence);
        long both = 0;
        for (Span one : named) {
            for (Span other : right) {
                if (one.overlaps(other)) {
                    both += Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
                }
            }
        }
        return new Overlap(characters(named), characters(right), both);
    }

    private static long characters(List<Span> spans) {
        return spans.stream().mapToLong(span -> span.end() - span.start()).sum();
    }

    /** Spans of which no two overlap. */
    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream()
                .sorted(Comparator.comparing(Span::document).thenComparingInt(Span::start))
                .toList()) {
            Span last = merged.isEmpty() ? span : merged.get(merged.size() - 1);
            if (!merged.isEmpty() && last.overlaps(span)) {
                merged.set(
                        merged.size() - 1, new Span(span.document(), last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
