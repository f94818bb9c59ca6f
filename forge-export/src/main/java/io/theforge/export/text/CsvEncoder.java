package io.theforge.export.text;

import io.theforge.table.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** CSV as RFC 4180 has it, with LF: an empty field is NULL, and an empty text is quoted. */
final class CsvEncoder extends TextEncoder {

    CsvEncoder(List<Column> columns) {
        super(columns, columns.size());
    }

    /** Returns the line of names. */
    static byte[] header(List<Column> columns) {
        String names = columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(","));
        return (names + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void beginField() {}

    @Override
    protected void endField() {
        bytes[length++] = ',';
    }

    @Override
    protected void empty() {}

    @Override
    protected byte[] encoded(String text) {
        return quoted(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty();
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != '"' && c != ',' && c != '\n' && c != '\r';
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void endRow() {
        bytes[length - 1] = '\n';
    }
}
