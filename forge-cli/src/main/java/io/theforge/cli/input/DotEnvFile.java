package io.theforge.cli.input;

import io.theforge.cli.result.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file: lines of {@code NAME=value}, perhaps after {@code export}, perhaps in quotes, perhaps followed by
 * a blank and a {@code # comment}. Nothing is expanded. A guard hangs on it, so what is no such line is named, and a
 * file that cannot be read is an error.
 *
 * @param values by name; of equal names the last
 * @param lines where each of them stands, from 1
 * @param oddLines numbers of the lines that were passed over, from 1
 */
record DotEnvFile(Map<String, String> values, Map<String, Integer> lines, List<Integer> oddLines) {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern QUOTED = Pattern.compile("(?:'([^']*)'|\"([^\"]*)\")\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*$");

    /** A file that is not there is an empty one. */
    static DotEnvFile read(Path file) {
        if (Files.notExists(file)) {
            return new DotEnvFile(Map.of(), Map.of(), List.of());
        }
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new UsageException(".env", "is not UTF-8 text", "save it as UTF-8 or move it away");
        } catch (IOException e) {
            throw new UsageException(".env", "cannot be read", "make it a readable file or move it away");
        }
    }

    static DotEnvFile parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Integer> oddLines = new ArrayList<>();
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<String> lines = withoutMark.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                values.put(matcher.group(1), value(matcher.group(2)));
                places.put(matcher.group(1), i + 1);
            } else {
                oddLines.add(i + 1);
            }
        }
        return new DotEnvFile(values, places, oddLines);
    }

    private static String value(String written) {
        Matcher quoted = QUOTED.matcher(written);
        if (quoted.matches()) {
            return quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
        }
        return COMMENT.matcher(written).replaceFirst("");
    }
}
