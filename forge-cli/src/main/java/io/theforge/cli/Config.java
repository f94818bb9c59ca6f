package io.theforge.cli;

import io.theforge.config.ConfigSchema;
import io.theforge.config.ConfigTemplate;
import io.theforge.config.model.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code forge config show}, {@code schema} and {@code init}: no database is opened. */
record Config(Flags flags, Environment environment, Path workingDirectory) {

    Result run(Operation operation) {
        return switch (operation) {
            case CONFIG_SHOW -> show();
            case CONFIG_SCHEMA -> schema();
            case CONFIG_INIT -> init();
            default -> throw new IllegalStateException(operation.word());
        };
    }

    private Result show() {
        List<Setting> settings = Settings.explain(flags, environment, workingDirectory);
        Settings.of(flags, environment, workingDirectory).plan(); // refuses what --full-new would refuse
        int widest =
                settings.stream().mapToInt(each -> each.key().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        for (Setting each : settings) {
            String source = each.source().name().toLowerCase(Locale.ROOT);
            String from = each.place() == null ? source : each.place();
            String value = each.yaml() == null ? "-" : each.yaml();
            lines.add(each.key() + " ".repeat(widest + 2 - each.key().length()) + value + "  # " + from);
            Map<String, @Nullable Object> setting = new LinkedHashMap<>();
            setting.put("key", each.key());
            setting.put("value", each.value());
            setting.put("source", source);
            if (each.place() != null) {
                setting.put("location", each.place());
            }
            json.add(setting);
        }
        return Result.done("completed", Map.of("settings", json), lines);
    }

    /** Plain, standard output is the schema alone, so that it can be sent into a file. */
    private static Result schema() {
        Map<String, Object> schema = ConfigSchema.document();
        return Result.done(
                "completed",
                Map.of("schema", schema),
                Json.write(schema).lines().toList());
    }

    private Result init() {
        String text = ConfigTemplate.text();
        if (flags.newFile == null) {
            return Result.done(
                    "completed", Map.of("configuration", text), text.lines().toList());
        }
        TextFile.write("FILE", workingDirectory.resolve(flags.newFile), text);
        return Result.done(
                "completed",
                Map.of("file", flags.newFile),
                List.of(
                        flags.newFile + " written, with every key and its default",
                        "use it: " + Shell.command("--full-new", "--config", flags.newFile, "--confirm")));
    }
}
