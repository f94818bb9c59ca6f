package io.theforge.cli.console;

import java.util.Arrays;
import java.util.List;

/**
 * How a run speaks, as the arguments stand: what is wrong with them is to be said in the form that they ask for.
 *
 * @param jsonResult whether the result is one JSON document
 * @param jsonLog whether standard error is lines of JSON
 * @param verbose whether it tells everything
 */
record OutputFormat(boolean jsonResult, boolean jsonLog, boolean verbose) {
    private static final String LOG_FORMAT = "--log-format";

    static OutputFormat of(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        int format = words.indexOf(LOG_FORMAT);
        boolean jsonLog = words.contains(LOG_FORMAT + "=json")
                || format >= 0
                        && format + 1 < words.size()
                        && words.get(format + 1).equals("json");
        return new OutputFormat(words.contains("--json"), jsonLog, words.contains("--verbose"));
    }
}
