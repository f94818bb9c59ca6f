package io.theforge.server.dataset;

import io.theforge.cli.input.Environment;
import io.theforge.cli.input.Settings;
import io.theforge.config.ConfigFile;
import io.theforge.config.ConfigReader;
import io.theforge.config.Effect;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.server.http.Call;
import io.theforge.server.openapi.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be made, as a request says it: the flags of the same names. */
final class Wanted {
    /** Longer files are refused by the configuration itself. */
    static final int MAX_CONFIG_CHARACTERS = 1 << 20;

    private Wanted() {}

    /** Adds the fields to the form of a body. */
    static Schema addTo(Schema body) {
        return body.may("scenario", Schema.text(1, 100).orNull().meaning("a preset; GET /seeder/scenarios lists them"))
                .may("seed", Schema.whole().orNull())
                .may("stores", Schema.whole(1, 99_999).orNull())
                .may("products", Schema.whole(1, 999_999).orNull())
                .may("start_date", Schema.date().orNull().meaning("first day"))
                .may("end_date", Schema.date().orNull().meaning("last day, inclusive"))
                .may(
                        "sparsity",
                        Schema.number(0, 1).orNull().meaning("share of store-product combinations without sales"));
    }

    /** Adds those that only the command line has too. */
    static Schema withFile(Schema body) {
        return addTo(body)
                .may(
                        "config",
                        Schema.text(0, MAX_CONFIG_CHARACTERS)
                                .orNull()
                                .meaning("a configuration file, as text; the other fields are stronger"))
                .may(
                        "without",
                        Schema.list(Schema.word(
                                Arrays.stream(Effect.values()).map(Effect::word).toArray(String[]::new))));
    }

    /** Returns what is wanted. @throws io.theforge.config.model.ConfigException when it cannot be meant so */
    static Settings of(Call call, Environment environment, Operational operational) {
        String yaml = call.text("config");
        @Nullable ConfigFile file = yaml == null ? null : ConfigReader.parse(yaml, "config");
        Overrides asked = new Overrides(
                call.whole("seed"),
                count(call.whole("stores")),
                count(call.whole("products")),
                call.date("start_date"),
                call.date("end_date"),
                call.number("sparsity"),
                call.text("scenario"),
                without(call));
        Overrides variables = Overrides.fromEnvironment(environment::get);
        ForgeConfig config = ConfigReader.resolve(file, asked, variables);
        return new Settings(
                config,
                operational,
                error -> ConfigReader.located(error, file, asked, variables),
                () -> ConfigReader.warnings(file, asked, variables));
    }

    private static @Nullable Integer count(@Nullable Long number) {
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    private static List<Effect> without(Call call) {
        List<Effect> effects = new ArrayList<>();
        if (call.body().has("without")) {
            call.body()
                    .get("without")
                    .forEach(word -> Arrays.stream(Effect.values())
                            .filter(effect -> effect.word().equals(word.textValue()))
                            .forEach(effects::add));
        }
        return effects;
    }
}
