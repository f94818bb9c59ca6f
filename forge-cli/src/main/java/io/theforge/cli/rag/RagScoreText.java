package io.theforge.cli.rag;

import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Numbers;
import io.theforge.documents.score.GroupScore;
import io.theforge.documents.score.GroupScore.CitationScore;
import io.theforge.documents.score.GroupScore.RetrievalScore;
import io.theforge.documents.score.RagScore;
import io.theforge.documents.score.RagScore.Miss;
import io.theforge.documents.score.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The score for people. */
final class RagScoreText {
    private static final int MISSES_SHOWN = 5;
    private static final int LETTERS_SHOWN = 60;

    private RagScoreText() {}

    static List<String> lines(RagScore score) {
        GroupScore all = score.all();
        List<String> lines = new ArrayList<>();
        lines.add(Numbers.counted(all.questions(), "question") + ", " + Numbers.counted(all.answered(), "answer")
                + (all.right() == null
                        ? ""
                        : ": " + Numbers.whole(all.right().hits()) + " right (" + interval(all.right()) + "), "
                                + Numbers.whole(
                                        all.exact() == null ? 0 : all.exact().hits()) + " of them word by word; "
                                + Numbers.whole(all.wrong()) + " wrong, " + Numbers.whole(all.refused()) + " refused, "
                                + Numbers.whole(all.missing()) + " missing"));
        lines.add("");
        Columns columns = new Columns(
                "",
                "questions",
                "right",
                "refused",
                "recall@1",
                "@5",
                "@10",
                "MRR",
                "nDCG@10",
                "cited right",
                "evidence cited");
        add(columns, all);
        score.types().forEach(group -> add(columns, group));
        columns.add("", "", "", "", "", "", "", "", "", "", "");
        score.difficulties().forEach(group -> add(columns, group));
        columns.lines().forEach(line -> lines.add(line.stripTrailing()));
        lines.add("");
        addAbout(lines, score);
        addMisses(lines, score);
        score.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    private static void add(Columns columns, GroupScore group) {
        RetrievalScore found = group.retrieval();
        CitationScore cited = group.spans() == null ? group.documents() : group.spans();
        columns.add(
                group.name(),
                Numbers.whole(group.questions()),
                group.right() == null ? "-" : percent(group.right().value()),
                group.right() == null ? "-" : Numbers.whole(group.refused()),
                percent(found == null ? null : found.recallAt1()),
                percent(found == null ? null : found.recallAt5()),
                percent(found == null ? null : found.recallAt10()),
                figure(found == null ? null : found.mrr()),
                figure(found == null ? null : found.ndcgAt10()),
                percent(cited == null ? null : cited.precision()),
                percent(cited == null ? null : cited.recall()));
    }

    private static void addAbout(List<String> lines, RagScore score) {
        RetrievalScore found = score.all().retrieval();
        if (found != null) {
            lines.add("retrieved is held against the evidence by "
                    + (found.level().equals("mixed") ? "document and by span" : found.level()));
        }
        if (score.all().documents() != null) {
            lines.add("citations are held against the evidence by "
                    + (score.all().spans() != null ? "character" : "document"));
        }
        addShare(lines, "unanswerable questions refused: ", score.unanswerable());
        addShare(lines, "refusals that are right: ", score.refusals());
        addShare(lines, "commands in documents obeyed: ", score.obeyed());
    }

    private static void addShare(List<String> lines, String what, @Nullable Share share) {
        if (share != null && share.of() > 0) {
            lines.add(what + counted(share));
        }
    }

    /** Returns "3 of 4 (75.0 %, 95 % within 30.1 % to 95.4 %)". */
    static String counted(Share share) {
        return Numbers.whole(share.hits()) + " of " + Numbers.whole(share.of())
                + (share.of() == 0 ? "" : " (" + interval(share) + ")");
    }

    private static void addMisses(List<String> lines, RagScore score) {
        if (score.misses().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("not right");
        for (Miss miss : score.misses().stream().limit(MISSES_SHOWN).toList()) {
            lines.add("  " + miss.id() + " " + miss.type() + ", " + miss.outcome() + ": " + shown(miss.given())
                    + "; right " + right(miss));
        }
        if (score.missed() > MISSES_SHOWN) {
            lines.add(
                    "  and " + Numbers.whole(score.missed() - MISSES_SHOWN) + " more, of which --json lists the first "
                            + Numbers.whole(score.misses().size()));
        }
    }

    private static String right(Miss miss) {
        if (miss.expected() == null) {
            return "is no answer";
        }
        return (miss.type().equals("ambiguous") ? "asks for: " : "is ") + shown(miss.expected());
    }

    static String shown(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "(nothing)";
        }
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return shortened(line, LETTERS_SHOWN);
    }

    static String shortened(String line, int letters) {
        return line.codePointCount(0, line.length()) <= letters
                ? line
                : line.substring(0, line.offsetByCodePoints(0, letters)) + "...";
    }

    private static String interval(Share share) {
        return percent(share.value()) + ", 95 % within " + percent(share.low()) + " to " + percent(share.high());
    }

    static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
