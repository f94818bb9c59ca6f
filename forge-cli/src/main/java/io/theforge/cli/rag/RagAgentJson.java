package io.theforge.cli.rag;

import io.theforge.cli.rag.scenario.RunDocuments;
import io.theforge.cli.rag.scenario.StackScore;
import io.theforge.cli.rag.scenario.StackScore.Group;
import io.theforge.cli.rag.scenario.StackScore.Miss;
import io.theforge.cli.rag.scenario.Steps;
import io.theforge.cli.rag.scenario.Thresholds;
import io.theforge.cli.result.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The check for programs.
 *
 * @param documents null before they are made
 * @param score null where it did not come to one
 */
record RagAgentJson(
        long seed,
        String target,
        @Nullable RunDocuments documents,
        int questions,
        List<Steps.Step> steps,
        Thresholds thresholds,
        @Nullable StackScore score) {
    private static final int MISSES_LISTED = 50;

    Map<String, Object> fields() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stack", target);
        json.put("seed", seed);
        json.put("source_prefix", documents == null ? null : documents.prefix());
        json.put("documents", documents == null ? 0 : documents.size());
        json.put("questions", questions);
        json.put("steps", steps.stream().map(RagAgentJson::step).toList());
        json.put("min_recall", thresholds.recall());
        json.put("min_citations", thresholds.citations());
        if (score == null) {
            return json;
        }
        json.put("recall_reached", score.isRecallReached());
        json.put("citations_reached", score.areCitationsReached());
        putFigures(json, score.all());
        json.put("unanswerable_refused", RagScoreJson.share(score.unanswerableRefused()));
        json.put("commands_obeyed", RagScoreJson.share(score.obeyed()));
        json.put("types", score.types().stream().map(RagAgentJson::type).toList());
        json.put("missed", score.misses().size());
        json.put(
                "misses",
                score.misses().stream()
                        .limit(MISSES_LISTED)
                        .map(RagAgentJson::miss)
                        .toList());
        return json;
    }

    private static Map<String, Object> step(Steps.Step step) {
        return Json.object(
                "step",
                step.name(),
                "status",
                step.status(),
                "step_seconds",
                Math.round(step.seconds() * 1000) / 1000.0,
                "detail",
                step.detail());
    }

    private static Map<String, Object> type(Group group) {
        Map<String, Object> json = Json.object("type", group.name(), "questions", group.questions());
        putFigures(json, group);
        return json;
    }

    private static void putFigures(Map<String, Object> json, Group group) {
        json.put("right", RagScoreJson.share(group.right()));
        json.put("refused", group.refused());
        json.put("recall_at_5", group.recall());
        json.put("document_recall_at_5", group.documentRecall());
        json.put("citation_precision", group.precision());
        json.put("citation_recall", group.cited());
    }

    private static Map<String, Object> miss(Miss miss) {
        return Json.object(
                "id",
                miss.question().id(),
                "type",
                miss.question().type(),
                "outcome",
                miss.outcome(),
                "question",
                miss.question().question(),
                "expected",
                miss.question().answer().isEmpty() ? null : miss.question().answer(),
                "given",
                RagScoreText.shortened(miss.answer(), LETTERS_LISTED));
    }

    private static final int LETTERS_LISTED = 300;
}
