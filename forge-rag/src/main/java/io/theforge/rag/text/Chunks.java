package io.theforge.rag.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into chunks: by its headings, small sections together, large ones between sentences with some of them in both parts.
 * A row of a table is never cut, and each part of a table begins with the table's head.
 */
public final class Chunks {
    /** What most models read at once, the headings and a table's head included. */
    private static final int MAX_TOKENS = 510;

    /** A sentence or a row that is longer is cut, so that there is room for headings and a table's head. */
    private static final int MAX_UNIT_TOKENS = 250;

    private static final int MAX_HEADING_TOKENS = 100;

    private static final int OVERLAP_TOKENS = 40;
    private static final String BELOW = " > ";

    /** Sections below are put together with the next: what is left of a page is mostly about the same. */
    private static final int MIN_TOKENS = MAX_TOKENS;

    private final String text;
    private final String title;
    private final CodePoints codePoints;
    private final List<Chunk> chunks = new ArrayList<>();

    private Chunks(String text, String title) {
        this.text = text;
        this.title = title;
        codePoints = new CodePoints(text);
    }

    /** Returns the chunks of a document, in their order; none where it is blank. */
    public static List<Chunk> ofMarkdown(String text) {
        String title = FrontMatter.of(text).getOrDefault("title", "");
        return new Chunks(text, title).cut(together(MarkdownSections.of(text, MAX_UNIT_TOKENS)));
    }

    /** Returns the chunks of the description of an interface: one or more for each operation. */
    public static List<Chunk> ofOpenApi(String text) {
        return new Chunks(text, "").cut(OpenApiSections.of(text, MAX_UNIT_TOKENS));
    }

    private List<Chunk> cut(List<Section> sections) {
        sections.forEach(this::cut);
        return chunks;
    }

    private static List<Section> together(List<Section> sections) {
        List<Section> together = new ArrayList<>();
        for (Section section : sections) {
            Section last = together.isEmpty() ? null : together.get(together.size() - 1);
            if (last != null && last.tokens() < MIN_TOKENS && last.tokens() + section.tokens() <= MAX_TOKENS) {
                List<Unit> units = new ArrayList<>(last.units());
                units.addAll(section.units());
                String heading = last.heading().isEmpty() ? section.heading() : last.heading();
                together.set(together.size() - 1, new Section(heading, units));
            } else {
                together.add(section);
            }
        }
        return together;
    }

    private void cut(Section section) {
        List<Unit> units = section.units();
        String above = above(section.heading());
        int first = 0;
        while (first < units.size()) {
            int taken = Tokens.count(above) + Tokens.count(missingHead(units.get(first)));
            int tokens = taken;
            int next = first;
            while (next < units.size()
                    && (next == first || tokens + units.get(next).tokens() <= MAX_TOKENS)) {
                tokens += units.get(next++).tokens();
            }
            add(section.heading(), above, units.subList(first, next));
            first = next == units.size() ? next : next - overlap(units, first, next, taken);
        }
    }

    /** Returns how many of the last units are also the first of the next part; rows have their head instead. */
    private static int overlap(List<Unit> units, int first, int next, int taken) {
        int tokens = taken + units.get(next).tokens();
        int count = 0;
        int shared = 0;
        while (next - count - 1 > first) {
            Unit unit = units.get(next - count - 1);
            shared += unit.tokens();
            if (unit.head() != null || shared > OVERLAP_TOKENS || tokens + shared > MAX_TOKENS) {
                break;
            }
            count++;
        }
        return count;
    }

    /** Returns the title and the headings; where they are long, the last ones alone. */
    private String above(String heading) {
        String above = title.isEmpty() || heading.contains(title)
                ? heading
                : heading.isEmpty() ? title : title + BELOW + heading;
        while (Tokens.count(above) > MAX_HEADING_TOKENS) {
            int below = above.indexOf(BELOW);
            above = below < 0 ? "" : above.substring(below + BELOW.length());
        }
        return above;
    }

    private void add(String heading, String above, List<Unit> units) {
        Unit first = units.get(0);
        int start = first.start();
        int end = units.get(units.size() - 1).end();
        String head = missingHead(first);
        String content = head + text.substring(start, end);
        String embedded = above.isEmpty() || content.startsWith("# " + above) ? content : above + "\n" + content;
        chunks.add(new Chunk(
                content,
                new Place(
                        heading,
                        codePoints.before(start),
                        codePoints.before(end),
                        head.codePointCount(0, head.length())),
                embedded,
                Tokens.count(embedded)));
    }

    /** A chunk that begins with a row begins with the head of its table: the head itself is a unit of its own. */
    private static String missingHead(Unit first) {
        return first.head() == null ? "" : first.head();
    }
}
