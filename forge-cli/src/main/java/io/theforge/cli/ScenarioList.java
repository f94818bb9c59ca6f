package io.theforge.cli;

import io.theforge.config.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code forge scenarios} and {@code forge scenarios show NAME}: the presets, without any database. */
final class ScenarioList {
    private ScenarioList() {}

    static Result list() {
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
        return Result.done("completed", Map.of("scenarios", json), lines);
    }

    static Result show(String name) {
        String text = Scenarios.text(Scenarios.checked(name, "NAME"));
        return Result.done(
                "completed",
                Map.of("name", name, "configuration", text),
                text.lines().toList());
    }
}
