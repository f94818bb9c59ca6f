package io.theforge.server.dataset;

import io.theforge.cli.input.Settings;
import io.theforge.cli.preview.Preview;
import io.theforge.config.ConfigWriter;
import io.theforge.config.Scenarios;
import io.theforge.config.model.ConfigException;
import io.theforge.plan.Plan;
import io.theforge.server.http.Access;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Failures;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What could be made: presets, a configuration held against the rules, and a preview of its series. No database is asked. */
public final class ConfigEndpoints {
    private static final int MAX_SERIES = 12;
    /** A preview takes a processor for a while. */
    private static final int MAX_AT_ONCE = 2;

    private static final int MAX_WAITING = 6;

    private static final Schema PRESETS = Schema.list(Schema.object()
            .needs("name", Schema.text())
            .needs("purpose", Schema.text())
            .needs("configuration", Schema.text().meaning("the preset as a file")));

    private static final Schema CHECKED = Schema.object()
            .needs("valid", Schema.bool())
            .needs(
                    "error",
                    Schema.object()
                            .needs("message", Schema.text())
                            .needs("remedy", Schema.text())
                            .needs("field", Schema.text().meaning("config, or the field that is wrong"))
                            .needs("line", Schema.whole().orNull().meaning("in config, from 1"))
                            .needs("column", Schema.whole().orNull().meaning("in config, from 1"))
                            .orNull())
            .needs("warnings", Schema.list(Schema.text()))
            .needs("resolved", Schema.text().orNull().meaning("the whole configuration, as a file"))
            .needs("seed", Schema.whole().orNull())
            .needs("stores", Schema.whole().orNull())
            .needs("products", Schema.whole().orNull())
            .needs("start_date", Schema.date().orNull())
            .needs("end_date", Schema.date().orNull());

    private static final Schema NUMBERS = Schema.list(Schema.number().orNull());

    /** The form of a series, day by day. */
    static final Schema SERIES = Schema.object()
            .needs("name", Schema.text())
            .needs("about", Schema.text())
            .needs("expected", NUMBERS)
            .needs("sold", NUMBERS)
            .needs("stockouts", NUMBERS)
            .needs("missing", NUMBERS)
            .needs("factors", Schema.byName(NUMBERS));

    private static final Schema PREVIEW = Schema.object()
            .needs("title", Schema.text())
            .needs("start", Schema.date())
            .needs("days", Schema.whole())
            .may("total", Schema.text())
            .needs("all_series", Schema.whole())
            .needs("series_in_total", Schema.whole())
            .needs("lines", Schema.list(SERIES));

    private final ServedDatabase database;
    private final Turns turns = new Turns(MAX_AT_ONCE, MAX_WAITING);

    public ConfigEndpoints(ServedDatabase database) {
        this.database = database;
    }

    public List<Endpoint> all() {
        Schema wanted = Wanted.withFile(Schema.object());
        return List.of(
                Endpoint.get("/api/v1/presets", "The presets, as files", Form.json(200, PRESETS), call -> presets()),
                Endpoint.post(
                                "/api/v1/config/check",
                                "Whether a dataset can be made so, and what is wrong at which line and column",
                                wanted,
                                Form.json(200, CHECKED),
                                this::check)
                        .with(Access.READS)
                        .upTo(2 * Wanted.MAX_CONFIG_CHARACTERS),
                Endpoint.post(
                                "/api/v1/preview",
                                "What a dataset would look like",
                                wanted.may("series", Schema.whole(1, MAX_SERIES).meaning("how many series (3)")),
                                Form.json(200, PREVIEW),
                                this::preview)
                        .with(Access.READS)
                        .upTo(2 * Wanted.MAX_CONFIG_CHARACTERS));
    }

    private static Answer presets() {
        List<Object> presets = new ArrayList<>();
        for (String name : Scenarios.names()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("purpose", Scenarios.purpose(name));
            json.put("configuration", Scenarios.text(name));
            presets.add(json);
        }
        return Answer.json(presets);
    }

    private Answer check(Call call) {
        Map<String, Object> json = new LinkedHashMap<>();
        try {
            Settings settings = Wanted.of(call, database.environment(), database.operational());
            settings.plan();
            json.put("valid", true);
            json.put("error", null);
            json.put("warnings", settings.warnings().get());
            json.put("resolved", ConfigWriter.toYaml(settings.config()));
            json.put("seed", settings.config().seed());
            json.put("stores", settings.config().stores().count());
            json.put("products", settings.config().products().count());
            json.put("start_date", settings.config().dateRange().start().toString());
            json.put("end_date", settings.config().dateRange().end().toString());
        } catch (ConfigException e) {
            json.put("valid", false);
            json.put("error", error(Failures.of(e)));
            json.put("warnings", List.of());
            for (String name : List.of("resolved", "seed", "stores", "products", "start_date", "end_date")) {
                json.put(name, null);
            }
        }
        return Answer.json(json);
    }

    private static Map<String, Object> error(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("message", problem.errors().get(0).message());
        json.put("remedy", problem.remedy());
        json.put("field", problem.errors().get(0).field());
        json.put("line", problem.more().get("line"));
        json.put("column", problem.more().get("column"));
        return json;
    }

    private Answer preview(Call call) throws Exception {
        Plan plan =
                Wanted.of(call, database.environment(), database.operational()).plan();
        long series = Objects.requireNonNullElse(call.whole("series"), 3L);
        return Answer.json(turns.run(() -> Preview.json(plan, (int) series, 1)));
    }
}
