package io.theforge.cli.dirt;

import io.theforge.export.dirt.score.DirtScore;
import io.theforge.export.dirt.score.DirtScore.Example;
import io.theforge.export.dirt.score.DirtScore.KindScore;
import io.theforge.export.dirt.score.DirtScore.Missed;
import java.util.LinkedHashMap;
import java.util.Map;

/** The score for programs. */
final class DirtScoreJson {
    private DirtScoreJson() {}

    static Map<String, Object> of(DirtScore score, String rejections, String ledger) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rejections", rejections);
        json.put("ledger", ledger);
        json.put("precision", score.all().precision());
        json.put("recall", score.all().recall());
        json.put("f1", score.all().f1());
        json.put("rejected_rows", score.rejected());
        json.put("dirty_rows", score.dirty());
        json.put("dirty_rows_rejected", score.hits());
        json.put("rejected_rows_not_counted", score.notCounted());
        json.put("injections", score.all().injections());
        json.put("to_find", score.all().toFind());
        json.put("found", score.all().found());
        json.put("kinds", score.kinds().stream().map(DirtScoreJson::kind).toList());
        json.put("missed", score.missed().stream().map(DirtScoreJson::missed).toList());
        Map<String, Object> clean = new LinkedHashMap<>();
        clean.put("rows", score.cleanRejected());
        clean.put("examples", score.falseAlarms());
        json.put("clean_rows_rejected", clean);
        json.put("notes", score.notes());
        return json;
    }

    private static Map<String, Object> kind(KindScore kind) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind.kind());
        json.put("injections", kind.injections());
        json.put("to_find", kind.toFind());
        json.put("found", kind.found());
        json.put("precision", kind.precision());
        json.put("recall", kind.recall());
        json.put("f1", kind.f1());
        return json;
    }

    private static Map<String, Object> missed(Missed missed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", missed.kind());
        json.put("severity", missed.severity());
        json.put("column", missed.column().isEmpty() ? null : missed.column());
        json.put("missed", missed.missed());
        json.put("to_find", missed.toFind());
        json.put(
                "examples",
                missed.examples().stream().map(DirtScoreJson::example).toList());
        return json;
    }

    private static Map<String, Object> example(Example example) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", example.file());
        json.put("line", example.line());
        json.put("clean", example.clean());
        json.put("dirty", example.dirty());
        return json;
    }
}
