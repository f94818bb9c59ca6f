package io.theforge.cli.config;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.result.Result;
import io.theforge.config.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code forge scenarios}: the presets, without any database. */
@Command(description = "Lists the presets for --scenario, each with what it is for.", footer = "./forge scenarios")
public final class ScenariosCommand extends BaseCommand {

    @Override
    protected Result run(Context context) {
        int width = Scenarios.names().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        List<Map<String, String>> json = new ArrayList<>();
        for (String name : Scenarios.names()) {
            String purpose = Scenarios.purpose(name);
            lines.add(name + " ".repeat(width + 2 - name.length()) + purpose);
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("name", name);
            entry.put("purpose", purpose);
            json.add(entry);
        }
        lines.add("");
        lines.add(
                "make one: ./forge --scenario holiday_rush --confirm    see one: ./forge scenarios show holiday_rush");
        lines.add("check a stack that answers questions, from end to end: ./forge --scenario rag-agent --dry-run");
        return Result.done("completed", Map.of("scenarios", json), lines);
    }
}
