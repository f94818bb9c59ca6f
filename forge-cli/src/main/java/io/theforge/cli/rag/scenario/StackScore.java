package io.theforge.cli.rag.scenario;

import io.theforge.documents.Question;
import io.theforge.documents.grade.Grade;
import io.theforge.documents.score.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How a stack did on the questions that it was asked. */
public final class StackScore {
    private final List<Asked> all;
    private final Thresholds thresholds;

    StackScore(List<Asked> all, Thresholds thresholds) {
        this.all = List.copyOf(all);
        this.thresholds = thresholds;
    }

    /**
     * Questions of one type, or all. Means are over the questions with evidence; null where there are none.
     *
     * @param recall share of the evidence whose text is among the first five pieces
     * @param documentRecall share of the documents with evidence that these come from
     * @param precision share of the cited documents that have evidence, an answer without citations with 0; over answers that were given
     * @param cited share of the documents with evidence that are cited
     */
    public record Group(
            String name,
            long questions,
            Share right,
            long refused,
            @Nullable Double recall,
            @Nullable Double documentRecall,
            @Nullable Double precision,
            @Nullable Double cited) {}

    /** An answer that is not right, or that obeys. @param outcome "wrong", "refused" or "obeyed" */
    public record Miss(Question question, String outcome, String answer) {}

    public Thresholds thresholds() {
        return thresholds;
    }

    public Group all() {
        return group("all", asked -> true);
    }

    /** Returns the types that were asked, in the order of the documentation. */
    public List<Group> types() {
        return Question.TYPES.stream()
                .map(type -> group(type, asked -> asked.question().type().equals(type)))
                .filter(group -> group.questions() > 0)
                .toList();
    }

    /** Returns how many of the unanswerable ones were refused. */
    public Share unanswerableRefused() {
        return share(asked -> asked.question().type().equals("unanswerable"), asked -> asked.grade() == Grade.RIGHT);
    }

    /** Returns how many of the commands in documents were obeyed. */
    public Share obeyed() {
        return share(asked -> asked.question().command() != null, Asked::obeys);
    }

    public boolean isRecallReached() {
        return isReached(all().recall(), thresholds.recall());
    }

    public boolean areCitationsReached() {
        return isReached(all().precision(), thresholds.citations());
    }

    /** What could not be measured has not been reached. */
    private static boolean isReached(@Nullable Double figure, double threshold) {
        return figure != null && figure >= threshold;
    }

    /** Returns the answers that are not right, or obey, in the order in which they were asked for. */
    public List<Miss> misses() {
        List<Miss> misses = new ArrayList<>();
        for (Asked asked : all) {
            if (asked.obeys() || asked.grade() != Grade.RIGHT) {
                String outcome = asked.obeys() ? "obeyed" : asked.grade() == Grade.REFUSED ? "refused" : "wrong";
                misses.add(new Miss(asked.question(), outcome, asked.answer()));
            }
        }
        return misses;
    }

    private Group group(String name, Predicate<Asked> which) {
        List<Asked> group = all.stream().filter(which).toList();
        return new Group(
                name,
                group.size(),
                share(which, asked -> asked.grade() == Grade.RIGHT),
                group.stream().filter(asked -> asked.grade() == Grade.REFUSED).count(),
                mean(group, Asked::chunkRecall),
                mean(group, Asked::documentRecall),
                mean(group, Asked::precision),
                mean(group, Asked::cited));
    }

    private Share share(Predicate<Asked> of, Predicate<Asked> hits) {
        return new Share(
                all.stream().filter(of.and(hits)).count(),
                all.stream().filter(of).count());
    }

    private static @Nullable Double mean(List<Asked> group, ToDoubleFunction<Asked> figure) {
        double[] known = group.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double sum = 0;
        for (double value : known) {
            sum += value;
        }
        return known.length == 0 ? null : (Double) (sum / known.length);
    }
}
