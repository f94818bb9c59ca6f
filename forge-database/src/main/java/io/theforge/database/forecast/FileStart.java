package io.theforge.database.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the beginning of a file tells: whether it is Parquet, and the names of a CSV file's columns.
 *
 * @param names of the columns; none for Parquet, which has them at its end
 */
record FileStart(boolean parquet, char separator, List<String> names) {
    private static final int BYTES = 1 << 16;
    private static final String READ = "give a CSV file (UTF-8, with a header) or a Parquet file";

    /** @param shown the file as it was given */
    static FileStart of(Path file, String shown) {
        if (!Files.exists(file)) {
            throw new ForecastFileException(shown, "there is no such file", READ);
        }
        if (Files.isDirectory(file)) {
            throw new ForecastFileException(shown, "is a folder, not a file", READ);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(BYTES);
        } catch (IOException e) {
            throw new ForecastFileException(shown, "cannot be read", "allow reading it, or give another file");
        }
        if (start.length == 0) {
            throw new ForecastFileException(shown, "is empty", READ);
        }
        String text = new String(start, StandardCharsets.UTF_8);
        if (text.startsWith("PAR1")) {
            return new FileStart(true, ',', List.of());
        }
        if ((start[0] & 0xFE) == 0xFE) {
            throw new ForecastFileException(shown, "is UTF-16 text", "save it as UTF-8");
        }
        if (text.chars().anyMatch(c -> c < '\t')) {
            throw new ForecastFileException(shown, "is neither CSV nor Parquet", READ);
        }
        String header = text.lines().findFirst().orElse("").replace("\uFEFF", "");
        if (header.isBlank()) {
            throw new ForecastFileException(shown + ":1", "is blank", "write the names of the columns in it");
        }
        char separator = separator(header);
        return new FileStart(false, separator, names(header, separator));
    }

    /** Whichever of comma, semicolon and tab the header has most of. */
    private static char separator(String header) {
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (names(header, candidate).size() > names(header, most).size()) {
                most = candidate;
            }
        }
        return most;
    }

    /** A quote within quotes is doubled. */
    private static List<String> names(String header, char separator) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (char c : (header + separator).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                names.add(name.toString().strip());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        return names;
    }
}
