package io.theforge.cli.config;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.input.BatchSizeFlag;
import io.theforge.cli.input.DatasetFlags;
import io.theforge.cli.input.Environment;
import io.theforge.cli.input.NoVerifyFlag;
import io.theforge.cli.input.Settings;
import io.theforge.cli.input.WorkSettings;
import io.theforge.cli.input.WorkersFlag;
import io.theforge.cli.result.Result;
import io.theforge.config.model.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code forge config show}: every setting and where it comes from. No database is opened. */
@Command(
        description = {
            "Prints every key with its value and where it comes from.",
            "That is a flag, a file's line or a variable.",
        },
        footer = {"./forge config show", "./forge config show --config shop.yaml --stores 20"})
public final class ConfigShowCommand extends BaseCommand {
    @Mixin
    private final DatasetFlags dataset = new DatasetFlags();

    @Mixin
    private final WorkersFlag workers = new WorkersFlag();

    @Mixin
    private final BatchSizeFlag batchSize = new BatchSizeFlag();

    @Override
    protected Result run(Context context) {
        WorkSettings work = new WorkSettings(workers, batchSize, new NoVerifyFlag());
        Environment environment = context.environment();
        List<Setting> settings = Settings.explain(dataset, work, environment, context.workingDirectory());
        // refuses what --full-new would refuse
        Settings.of(dataset, work, environment, context.workingDirectory()).plan();
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
}
