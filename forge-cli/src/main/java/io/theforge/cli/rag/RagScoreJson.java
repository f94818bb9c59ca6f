package io.theforge.cli.rag;

import io.theforge.cli.result.Json;
import io.theforge.documents.score.GroupScore;
import io.theforge.documents.score.GroupScore.CitationScore;
import io.theforge.documents.score.GroupScore.RetrievalScore;
import io.theforge.documents.score.RagScore;
import io.theforge.documents.score.RagScore.Miss;
import io.theforge.documents.score.Share;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The score for programs. */
final class RagScoreJson {
    private RagScoreJson() {}

    static Map<String, Object> of(RagScore score, String answers, String questions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answers_file", answers);
        json.put("questions_file", questions);
        json.put("dataset_fingerprint", score.datasetFingerprint());
        putFigures(json, score.all());
        json.put("unanswerable_refused", share(score.unanswerable()));
        json.put("refusals_right", share(score.refusals()));
        json.put("commands_obeyed", share(score.obeyed()));
        json.put(
                "types", score.types().stream().map(each -> group("type", each)).toList());
        json.put(
                "difficulties",
                score.difficulties().stream()
                        .map(each -> group("difficulty", each))
                        .toList());
        json.put("missed", score.missed());
        json.put("misses", score.misses().stream().map(RagScoreJson::miss).toList());
        json.put("notes", score.notes());
        return json;
    }

    private static Map<String, Object> group(String kind, GroupScore group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(kind, group.name());
        putFigures(json, group);
        return json;
    }

    private static void putFigures(Map<String, Object> json, GroupScore group) {
        json.put("questions", group.questions());
        json.put("answered", group.answered());
        json.put("missing", group.missing());
        json.put("wrong", group.wrong());
        json.put("refused", group.refused());
        json.put("right", share(group.right()));
        json.put("exact", share(group.exact()));
        json.put("retrieval", retrieval(group.retrieval()));
        json.put("citations_by_document", citations(group.documents()));
        json.put("citations_by_span", citations(group.spans()));
    }

    static @Nullable Map<String, Object> share(@Nullable Share share) {
        return share == null
                ? null
                : Json.object(
                        "count",
                        share.hits(),
                        "of",
                        share.of(),
                        "share",
                        share.value(),
                        "low",
                        share.low(),
                        "high",
                        share.high());
    }

    private static @Nullable Map<String, Object> retrieval(@Nullable RetrievalScore score) {
        return score == null
                ? null
                : Json.object(
                        "level",
                        score.level(),
                        "questions",
                        score.questions(),
                        "recall_at_1",
                        score.recallAt1(),
                        "recall_at_3",
                        score.recallAt3(),
                        "recall_at_5",
                        score.recallAt5(),
                        "recall_at_10",
                        score.recallAt10(),
                        "mrr",
                        score.mrr(),
                        "ndcg_at_10",
                        score.ndcgAt10());
    }

    private static @Nullable Map<String, Object> citations(@Nullable CitationScore score) {
        return score == null
                ? null
                : Json.object("questions", score.questions(), "precision", score.precision(), "recall", score.recall());
    }

    private static Map<String, Object> miss(Miss miss) {
        return Json.object(
                "id",
                miss.id(),
                "type",
                miss.type(),
                "outcome",
                miss.outcome(),
                "question",
                miss.question(),
                "expected",
                miss.expected(),
                "given",
                miss.given());
    }
}
