package io.theforge.export.text;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.theforge.table.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON object a row: numbers as numbers, dates as ISO 8601 has them, NULL as null. */
class JsonEncoder extends TextEncoder {
    private final byte[][] beforeFields;
    private final byte[] afterRow;
    private int field;
    private byte @Nullable [] otherName;

    /** @param separator what stands after each row */
    JsonEncoder(List<Column> columns, String separator) {
        super(
                columns,
                columns.stream().mapToInt(column -> encodedName(column).length).sum() + 16);
        beforeFields = columns.stream().map(JsonEncoder::encodedName).toArray(byte[][]::new);
        beforeFields[0][0] = '{';
        afterRow = ("}" + separator).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] encodedName(Column column) {
        return encodedName(column.name());
    }

    private static byte[] encodedName(String name) {
        return (",\"" + new String(JsonStringEncoder.getInstance().quoteAsString(name)) + "\":")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void startRow(long ordinal) {
        field = 0;
        super.startRow(ordinal);
    }

    @Override
    protected void beginField() {
        raw(otherName == null ? beforeFields[field] : otherName);
        field++;
        otherName = null;
    }

    @Override
    public void skip() {
        field++;
    }

    @Override
    public void nameOnce(String name) {
        otherName = encodedName(name);
        otherName[0] = beforeFields[field][0];
    }

    @Override
    protected void endField() {}

    @Override
    protected void empty() {
        raw("null");
    }

    @Override
    protected byte[] encoded(String text) {
        return ('"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void date(int epochDay) {
        beginField();
        bytes[length++] = '"';
        isoDate(epochDay);
        bytes[length++] = '"';
    }

    @Override
    public void endRow() {
        raw(afterRow);
    }
}
