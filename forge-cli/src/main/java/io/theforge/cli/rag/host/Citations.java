package io.theforge.cli.rag.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer rests on: its field {@code citations}, or what stands in its text as {@code [source_path:chunk_id]}. */
final class Citations {
    /** One or several, separated by commas or semicolons. */
    private static final Pattern IN_TEXT = Pattern.compile("\\[([^\\[\\]\\n]{1,2000})]");

    /** A path has a slash or a point in it, which what else stands before a colon seldom has. */
    private static final Pattern ONE = Pattern.compile("(\\S*[/.]\\S*)\\s*:\\s*([^\\s:/]+)");

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;,]\\s*");
    private static final String[] PATH_FIELDS = {"source_path", "path", "document", "source", "citation"};

    private Citations() {}

    /** @param pathOfChunk by the ids of chunks that are known */
    static Reply read(String text, JsonNode field, Map<String, String> pathOfChunk) {
        Set<String> paths = new LinkedHashSet<>();
        StringBuilder without = new StringBuilder();
        Matcher bracket = IN_TEXT.matcher(text);
        while (bracket.find()) {
            List<String> cited = inBrackets(bracket.group(1));
            paths.addAll(cited);
            bracket.appendReplacement(without, cited.isEmpty() ? Matcher.quoteReplacement(bracket.group()) : "");
        }
        bracket.appendTail(without);
        if (field.isArray() && !field.isEmpty()) {
            paths.clear();
            field.forEach(each -> paths.add(path(each, pathOfChunk)));
        }
        return new Reply(without.toString().replaceAll("\\s+([.,;])", "$1").strip(), List.copyOf(paths));
    }

    /** Empty where something in it is no citation: brackets are for other things too. */
    private static List<String> inBrackets(String inside) {
        List<String> paths = new ArrayList<>();
        for (String each : SEPARATOR.split(inside.strip())) {
            Matcher one = ONE.matcher(each);
            if (!one.matches()) {
                return List.of();
            }
            paths.add(one.group(1));
        }
        return paths;
    }

    private static String path(JsonNode citation, Map<String, String> pathOfChunk) {
        if (citation.isObject()) {
            for (String name : PATH_FIELDS) {
                if (citation.path(name).isTextual()) {
                    return path(citation.get(name), pathOfChunk);
                }
            }
            String chunk = citation.path("chunk_id").asText();
            return pathOfChunk.getOrDefault(chunk, chunk);
        }
        String text = citation.asText().strip();
        String inside = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        Matcher one = ONE.matcher(inside);
        return one.matches() ? one.group(1) : pathOfChunk.getOrDefault(inside, inside);
    }
}
