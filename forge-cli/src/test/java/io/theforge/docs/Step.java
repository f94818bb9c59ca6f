package io.theforge.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader of a page does, one thing after another.
 *
 * @param line where it stands on the page
 * @param script of the shell
 * @param exitCode the code that the page tells, 0 where it tells none
 */
record Step(int line, String script, int exitCode) {
    private static final Pattern EXIT_CODE = Pattern.compile("#.*\\bexit code (\\d+)");
    private static final Pattern HERE_DOCUMENT = Pattern.compile("<<'?(\\w+)'?");

    /** Returns the steps of a block: commands of the shell, a file to be saved, or SQL for the embedded file. */
    static List<Step> of(Page.Block block) {
        if (block.note().equals("no-test")) {
            return List.of();
        }
        return switch (block.language()) {
            case "sh" -> commands(block);
            case "yaml" -> List.of(configuration(block));
            case "sql" -> List.of(block.note().isEmpty() ? query(block) : file(block, block.note(), ""));
            default -> List.of();
        };
    }

    /** It is checked, and stays for later steps where it has a name. */
    private static Step configuration(Page.Block block) {
        String name = block.note().isEmpty() ? "shown-at-line-" + block.line() + ".yaml" : block.note();
        return file(block, name, "./forge config show --config " + name);
    }

    private static Step file(Page.Block block, String name, String then) {
        String save = "cat >" + name + " <<'END OF FILE'\n" + block.text() + "END OF FILE\n";
        return new Step(block.line(), save + then, 0);
    }

    private static Step query(Page.Block block) {
        String sql = "duckdb .forge/forge.duckdb <<'END OF SQL'\n" + block.text() + "END OF SQL";
        return new Step(block.line(), sql, 0);
    }

    private static List<Step> commands(Page.Block block) {
        List<Step> steps = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        int first = 0;
        for (int i = 0; i < block.lines().size(); i++) {
            String line = block.lines().get(i);
            if (script.isEmpty() && (line.isBlank() || line.startsWith("#"))) {
                continue;
            }
            first = script.isEmpty() ? block.line() + i : first;
            script.append(line).append('\n');
            if (isComplete(script.toString())) {
                steps.add(new Step(first, script.toString(), exitCode(script.toString())));
                script.setLength(0);
            }
        }
        if (!script.isEmpty()) {
            throw new AssertionError("line " + first + ": a command that does not end: " + script);
        }
        return steps;
    }

    private static boolean isComplete(String script) {
        Matcher here = HERE_DOCUMENT.matcher(script);
        if (here.find()) {
            return script.endsWith("\n" + here.group(1) + "\n");
        }
        String mark = script.contains("\"") ? "\"" : "'";
        return !script.endsWith("\\\n") && (script.split(mark, -1).length - 1) % 2 == 0;
    }

    private static int exitCode(String script) {
        Matcher told = EXIT_CODE.matcher(script);
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }
}
