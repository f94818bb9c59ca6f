package io.theforge.export.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Gives a server what psql would: statements end with a semicolon at a line's end, COPY takes lines up to a backslash and a dot. */
final class Psql {
    private Psql() {}

    static void run(Path script, Connection connection) throws IOException, SQLException {
        try (BufferedReader lines = Files.newBufferedReader(script);
                Statement statement = connection.createStatement()) {
            StringBuilder pending = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (pending.length() == 0 && line.startsWith("COPY ")) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(line, rows(lines));
                } else if (pending.length() > 0 || !(line.startsWith("\\") || line.startsWith("--"))) {
                    pending.append(line).append('\n');
                    if (line.endsWith(";") && pending.toString().split("\\$forge\\$", -1).length % 2 == 1) {
                        statement.execute(pending.toString());
                        pending.setLength(0);
                    }
                }
            }
        }
    }

    private static Reader rows(BufferedReader lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line = lines.readLine(); !line.equals("\\."); line = lines.readLine()) {
            rows.append(line).append('\n');
        }
        return new StringReader(rows.toString());
    }
}
