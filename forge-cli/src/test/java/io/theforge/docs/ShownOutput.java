package io.theforge.docs;

import java.util.List;
import java.util.regex.Pattern;

/** Holds what a page shows below a command against what the command says, without what differs from run to run. */
final class ShownOutput {
    private static final String REST = "...";
    private static final Pattern MEASURED = Pattern.compile(
            "\\d[\\d,.]* (s|ms|MiB|rows/s)\\b|\"(seconds|peak_memory_bytes|rows_per_second)\" : [\\d.]+");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern PERSON = Pattern.compile("by [\\w.-]+, seed|\"os_user\" : \"[^\"]*\"");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    private static final Pattern FOLDER = Pattern.compile("/[\\w./-]*/checkout/");

    private ShownOutput() {}

    /** Returns the first shown line that is not there, in the order of the page; empty where all are. "..." stands for any lines. */
    static String missing(List<String> shown, String output) {
        List<String> lines = output.lines().map(ShownOutput::stable).toList();
        int next = 0;
        for (String line : shown) {
            if (line.isBlank() || line.strip().equals(REST)) {
                continue;
            }
            int found = lines.subList(next, lines.size()).indexOf(stable(line));
            if (found < 0) {
                return line;
            }
            next += found + 1;
        }
        return "";
    }

    private static String stable(String line) {
        String text = FOLDER.matcher(line).replaceAll("");
        text = MEASURED.matcher(text).replaceAll("# $1$2");
        text = MOMENT.matcher(text).replaceAll("#");
        text = PERSON.matcher(text).replaceAll("#");
        text = VERSION.matcher(text).replaceAll("#");
        return text.replaceAll("\\s+", " ").strip();
    }
}
