package io.theforge.rag.find;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What else a thing is called, as the texts themselves say: "Main Street (S00012)", both in neighbouring cells of a table, or a code in a
 * field of the document that has the name in its title.
 */
final class Aliases {
    /** What stands side by side in a text says more than a title and a field do. */
    private static final int SIDE_BY_SIDE = 3;

    private static final int LEAST = 2;

    private Aliases() {}

    /** Returns a name with its other form, where it has one alone and the texts have another. */
    static Name completed(Name name, List<Reading> texts) {
        String form = name.forms().get(0);
        Map<String, Integer> votes = new TreeMap<>();
        if (name.forms().size() == 1) {
            boolean isCode = form.matches(Names.CODE);
            for (Reading reading : texts) {
                if (!reading.text().contains(form)) {
                    continue;
                }
                if (isCode) {
                    namesOfCode(reading, form, votes);
                } else {
                    codesOfName(reading, form, votes);
                }
            }
        }
        String best = null;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (vote.getValue() >= (best == null ? LEAST : votes.getOrDefault(best, 0) + 1)) {
                best = vote.getKey();
            }
        }
        return best == null ? name : name.with(best);
    }

    private static void namesOfCode(Reading reading, String code, Map<String, Integer> votes) {
        for (Names.Found found : Names.in(reading.text())) {
            if (found.forms().size() > 1 && found.forms().get(1).equals(code)) {
                votes.merge(found.forms().get(0), SIDE_BY_SIDE, Integer::sum);
            }
        }
        Matcher cell = Pattern.compile(
                        "\\|\\s*" + Pattern.quote(code) + "\\s*\\|\\s*(\\p{Lu}[^|\\n]*\\p{Ll}[^|\\n]*?)\\s*\\|")
                .matcher(reading.text());
        while (cell.find()) {
            votes.merge(cell.group(1), SIDE_BY_SIDE, Integer::sum);
        }
        if (reading.values().contains(code) && !reading.title().contains(code)) {
            Names.in(reading.title()).forEach(found -> votes.merge(found.forms().get(0), 1, Integer::sum));
        }
    }

    private static void codesOfName(Reading reading, String name, Map<String, Integer> votes) {
        String quoted = Pattern.quote(name);
        Matcher code = Pattern.compile(quoted + "\\s*\\((" + Names.CODE + ")\\)|\\|\\s*(" + Names.CODE + ")\\s*\\|\\s*"
                        + quoted + "\\s*\\|")
                .matcher(reading.text());
        while (code.find()) {
            votes.merge(code.group(1) == null ? code.group(2) : code.group(1), SIDE_BY_SIDE, Integer::sum);
        }
        if (reading.title().contains(name)) {
            reading.values().stream()
                    .filter(value -> value.matches(Names.CODE))
                    .forEach(value -> votes.merge(value, 1, Integer::sum));
        }
    }
}
