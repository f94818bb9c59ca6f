package io.theforge.export.dirt.score;

import io.theforge.export.dirt.ledger.CsvLine;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.file.SystemWords;
import io.theforge.export.read.FileQuery;
import io.theforge.export.read.UnreadableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A CSV file whose values are all texts; an empty field is NULL.
 *
 * @param shown as it was given
 */
record CsvFile(Path path, String shown) {
    private static final String OPTIONS =
            ", header = true, delim = ',', quote = '\"', escape = '\"', " + "compression = 'uncompressed'";

    /** Returns it when it is there and not empty. @param what it should be, for messages: "the ledger of a dirty export" */
    static CsvFile of(Path path, String shown, String what) {
        try {
            if (Files.isDirectory(path)) {
                String inside =
                        Files.exists(path.resolve(LedgerEntry.FILE)) ? ": " + shown + "/" + LedgerEntry.FILE : "";
                throw new DirtFileException(shown, "is a folder, not a file", "give " + what + inside);
            }
            if (!Files.exists(path)) {
                throw new DirtFileException(shown, "there is no such file", "give " + what);
            }
            if (Files.size(path) == 0) {
                throw new DirtFileException(shown, "is empty", "give " + what);
            }
            return new CsvFile(path, shown);
        } catch (IOException e) {
            throw new DirtFileException(shown, "cannot be read (" + SystemWords.of(e) + ")", "give " + what);
        }
    }

    /** Returns the names of its header, in lower case. */
    List<String> columns() {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            String header = String.valueOf(lines.readLine());
            String names = header.startsWith("\uFEFF") ? header.substring(1) : header;
            return CsvLine.fields(names).stream()
                    .map(name -> String.valueOf(name).strip().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (MalformedInputException e) {
            throw new DirtFileException(shown, "is no text in UTF-8", "give CSV in UTF-8");
        } catch (IOException e) {
            throw new DirtFileException(shown, "cannot be read (" + SystemWords.of(e) + ")", "allow reading it");
        }
    }

    /** Returns what a query reads its rows from, with a column {@code place}: the line, as long as no value has line ends. */
    String rows(List<String> columns) {
        String types = columns.stream()
                .map(name -> FileQuery.text(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "(SELECT *, row_number() OVER () + 1 AS place FROM read_csv(" + FileQuery.literal(path) + OPTIONS
                + ", auto_detect = false, nullstr = '', allow_quoted_nulls = false, columns = " + types + "))";
    }

    DirtFileException unreadable(SQLException failure) {
        String told = String.valueOf(
                UnreadableException.of(shown, path.toString(), failure).getMessage());
        return new DirtFileException(
                shown, told.startsWith(shown + " ") ? told.substring(shown.length() + 1) : told, "is it CSV in UTF-8?");
    }

    /** Returns whether it is JSON after all. */
    boolean isJson() {
        try (var in = Files.newInputStream(path)) {
            int first = in.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = in.read();
            }
            return first == '{';
        } catch (IOException e) {
            throw new DirtFileException(shown, "cannot be read (" + SystemWords.of(e) + ")", "allow reading it");
        }
    }

    /** Returns whether its last line has its end. */
    boolean endsWithLine() throws IOException {
        try (var channel = Files.newByteChannel(path)) {
            channel.position(channel.size() - 1);
            var last = java.nio.ByteBuffer.allocate(1);
            channel.read(last);
            return last.get(0) == '\n';
        }
    }
}
