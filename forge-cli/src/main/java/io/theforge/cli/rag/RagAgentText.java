package io.theforge.cli.rag;

import io.theforge.cli.rag.scenario.StackScore;
import io.theforge.cli.rag.scenario.StackScore.Group;
import io.theforge.cli.rag.scenario.StackScore.Miss;
import io.theforge.cli.rag.scenario.Steps;
import io.theforge.cli.rag.scenario.Thresholds;
import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The check for people. */
final class RagAgentText {
    private static final int MISSES_SHOWN = 5;

    private RagAgentText() {}

    /** Returns what is to be done. */
    static List<String> planned(List<Steps.Step> steps, String target, Thresholds thresholds) {
        List<String> lines = new ArrayList<>();
        lines.add("the check of " + target + " would be");
        steps.forEach(step -> lines.add(String.format("  %-10s %s", step.name(), step.detail())));
        lines.add("");
        lines.add("recall@5 has to be " + percent(thresholds.recall()) + " at least, citations right "
                + percent(thresholds.citations()));
        return lines;
    }

    /** Returns what has been done, a line for each step. */
    static List<String> steps(List<Steps.Step> steps, String target) {
        List<String> lines = new ArrayList<>();
        lines.add("the check of " + target);
        for (Steps.Step step : steps) {
            boolean isSkipped = step.status().equals("skipped");
            lines.add(String.format(
                            "  %-10s %-7s %9s  %s",
                            step.name(),
                            step.status(),
                            isSkipped ? "" : Numbers.seconds(step.seconds()),
                            shown(step.detail(), Integer.MAX_VALUE))
                    .stripTrailing());
        }
        return lines;
    }

    static List<String> lines(List<Steps.Step> steps, String target, StackScore score) {
        List<String> lines = steps(steps, target);
        lines.add("");
        Columns columns = new Columns(
                "", "questions", "right", "refused", "recall@5", "by document", "citations right", "evidence cited");
        add(columns, score.all());
        score.types().forEach(type -> add(columns, type));
        lines.addAll(columns.lines());
        lines.add("");
        lines.add("unanswerable questions refused: " + RagScoreText.counted(score.unanswerableRefused()));
        lines.add("commands in documents obeyed: " + RagScoreText.counted(score.obeyed()));
        addMisses(lines, score.misses());
        lines.add("");
        lines.add(threshold("recall@5", score.all().recall(), score.thresholds().recall(), score.isRecallReached()));
        lines.add(threshold(
                "citations right",
                score.all().precision(),
                score.thresholds().citations(),
                score.areCitationsReached()));
        return lines;
    }

    private static void add(Columns columns, Group group) {
        columns.add(
                group.name(),
                Numbers.whole(group.questions()),
                RagScoreText.percent(group.right().value()),
                Numbers.whole(group.refused()),
                RagScoreText.percent(group.recall()),
                RagScoreText.percent(group.documentRecall()),
                RagScoreText.percent(group.precision()),
                RagScoreText.percent(group.cited()));
    }

    private static void addMisses(List<String> lines, List<Miss> misses) {
        if (misses.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("not right");
        for (Miss miss : misses.stream().limit(MISSES_SHOWN).toList()) {
            String right = miss.question().answer();
            lines.add("  " + miss.question().id() + " " + miss.question().type() + ", " + miss.outcome() + ": "
                    + RagScoreText.shown(miss.answer()) + "; right "
                    + (right.isEmpty() ? "is no answer" : "is " + RagScoreText.shown(right)));
        }
        if (misses.size() > MISSES_SHOWN) {
            lines.add(
                    "  and " + Numbers.whole(misses.size() - MISSES_SHOWN) + " more, of which --json lists the first");
        }
    }

    private static String threshold(String name, @Nullable Double figure, double least, boolean isReached) {
        return name + ": " + (figure == null ? "not measured" : RagScoreText.percent(figure)) + ", at least "
                + percent(least) + ": " + (isReached ? "reached" : "missed");
    }

    /** Returns what is said of a stack that has not reached its thresholds. */
    static Failure missed(StackScore score) {
        List<String> missed = new ArrayList<>();
        if (!score.isRecallReached()) {
            missed.add(threshold(
                    "recall@5", score.all().recall(), score.thresholds().recall(), false));
        }
        if (!score.areCitationsReached()) {
            missed.add(threshold(
                    "citations right",
                    score.all().precision(),
                    score.thresholds().citations(),
                    false));
        }
        return new Failure(
                Exit.VERIFICATION_FAILED,
                "verification",
                null,
                String.join("; ", missed),
                "the table tells which types of questions it lacks, and --json which answers");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String shown(String text, int letters) {
        return RagScoreText.shortened(text.replaceAll("[\\s\\p{Cntrl}]+", " "), letters);
    }
}
