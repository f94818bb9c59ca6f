package io.theforge.export.dirt.undo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.theforge.export.dirt.ledger.CsvLine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records of CSV or JSON Lines: one a line. */
final class LineRecords implements Records {
    private static final JsonFactory JSON = new JsonFactory();

    private final TextLines lines;
    private final String file;
    /** Names of the columns; null in JSON Lines. */
    private final @Nullable List<@Nullable String> header;

    /** @param hasHeader whether the first line names the columns */
    LineRecords(TextLines lines, String file, boolean hasHeader) throws IOException {
        this.lines = lines;
        this.file = file;
        header = hasHeader && lines.next() ? CsvLine.fields(lines.text()) : null;
    }

    @Override
    public boolean next() throws IOException {
        return lines.next();
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public String text() {
        return lines.text();
    }

    @Override
    public void replace(String text) {
        lines.replace(text);
    }

    @Override
    public boolean hasCarriageReturn() {
        return lines.hasCarriageReturn();
    }

    @Override
    public Map<String, @Nullable String> fields() throws IOException {
        if (header == null) {
            try (JsonParser parser = JSON.createParser(lines.text())) {
                parser.nextToken();
                return JsonRecords.object(parser);
            } catch (com.fasterxml.jackson.core.JacksonException e) {
                throw UndoException.unknownChange(file + ": line " + line() + " is no JSON");
            }
        }
        List<@Nullable String> values = CsvLine.fields(lines.text());
        if (values.size() != header.size()) {
            throw UndoException.unknownChange(
                    file + ": line " + line() + " has " + values.size() + " fields, and the header " + header.size());
        }
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(Objects.requireNonNullElse(header.get(i), ""), values.get(i));
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
