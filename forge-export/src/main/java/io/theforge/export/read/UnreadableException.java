package io.theforge.export.read;

import java.sql.SQLException;
import java.util.stream.Collectors;

/** Rows that cannot be read; the message begins with the file. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String PREFIX =
            "^(Attempting to execute .*? query result |Error: |[A-Z][A-Za-z ]*(Error|Exception): )+";

    /** What DuckDB proposes to those who ask it themselves. */
    private static final String PROPOSAL = " *Try setting 'auto_detect'.*";

    UnreadableException(String message) {
        super(message);
    }

    /** @param file as the export names it @param place as DuckDB was given it */
    public static UnreadableException of(String file, String place, SQLException failure) {
        String telling = String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Original Line") && !line.startsWith("Possible"))
                .limit(2)
                .map(String::strip)
                .collect(Collectors.joining(" "));
        String withoutKind = telling.replaceFirst(PREFIX, "").replaceFirst(PROPOSAL, "");
        return new UnreadableException(file + " cannot be read: " + withoutKind.replace(place, file));
    }
}
