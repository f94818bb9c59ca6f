package io.theforge.server.dataset;

import io.theforge.cli.dataset.CardText;
import io.theforge.cli.score.OracleJson;
import io.theforge.database.report.Progress;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Parameter;
import io.theforge.server.openapi.Schema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** How good the dataset is, and how good a forecast of it can be. Each is worked out once for a dataset. */
public final class JudgeEndpoints {
    private static final int MAX_WAITING = 6;
    private static final Schema CARD = Schema.object()
            .needs("scenario", Schema.text().orNull())
            .needs("promises_kept", Schema.bool())
            .needs("nothing_promised_because", Schema.text().orNull())
            .needs(
                    "figures",
                    Schema.list(Schema.object()
                            .needs("name", Schema.text())
                            .needs("meaning", Schema.text())
                            .needs("figure", Schema.number().orNull())
                            .needs("low", Schema.number().orNull())
                            .needs("high", Schema.number().orNull())
                            .needs("source", Schema.text().orNull())
                            .needs("promised", Schema.bool())
                            .needs("status", Schema.text())));

    private static final Schema ORACLE = Schema.object()
            .needs("horizons", Schema.list(Schema.whole()))
            .needs("cutoffs", Schema.list(Schema.date()))
            .needs(
                    "scores",
                    Schema.list(Schema.object()
                            .needs("group", Schema.text())
                            .needs("forecaster", Schema.text())
                            .needs("horizon", Schema.whole())
                            .needs("series", Schema.whole())
                            .open()))
            .needs("days_without_history", Schema.whole());

    private static final String OURS_ONLY = "ours_only";

    private final ServedDatabase database;
    private final Turns turns = new Turns(1, MAX_WAITING);
    private final Map<String, Map<String, Object>> known = new ConcurrentHashMap<>();

    public JudgeEndpoints(ServedDatabase database) {
        this.database = database;
    }

    public List<Endpoint> all() {
        return List.of(
                Endpoint.get(
                        "/api/v1/realism",
                        "How much it looks like real retail demand",
                        Form.json(200, CARD),
                        call -> once(
                                "realism",
                                () -> database.reading(
                                        () -> CardText.json(database.warehouse().realism(Progress.NONE))))),
                Endpoint.get(
                                "/api/v1/oracle",
                                "The best score that anyone could reach",
                                Form.json(200, ORACLE),
                                this::oracle)
                        .with(Parameter.optional(
                                OURS_ONLY,
                                Schema.word("true", "false")
                                        .meaning("also where there are sales of others: they are left out"))),
                Endpoint.get(
                        "/api/v1/demand-classes",
                        "How demand of series comes: how often, and how evenly",
                        Form.json(200, DemandClasses.SCHEMA),
                        call -> once("classes", () -> DemandClasses.of(database))));
    }

    private Answer oracle(Call call) throws Exception {
        boolean oursOnly = call.query(OURS_ONLY, "false").equals("true");
        return once(
                oursOnly ? "oracle of ours" : "oracle",
                () -> database.reading(() -> OracleJson.of(database.warehouse(), oursOnly)));
    }

    /** One works it out, the others wait for him; of an earlier dataset nothing is kept. */
    private Answer once(String what, Callable<Map<String, Object>> work) throws Exception {
        return turns.run(() -> {
            String key = what + " " + database.state();
            Map<String, Object> json = known.get(key);
            if (json == null) {
                json = work.call();
                known.keySet().removeIf(old -> old.startsWith(what));
                known.put(key, json);
            }
            return Answer.json(json);
        });
    }
}
