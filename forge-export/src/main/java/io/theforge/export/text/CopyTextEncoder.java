package io.theforge.export.text;

import io.theforge.table.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows as PostgreSQL's {@code COPY} reads text: a tab between fields, {@code \\N} for NULL, a backslash before what would be taken for either. */
public final class CopyTextEncoder extends TextEncoder {

    /** @param columns of the rows */
    public CopyTextEncoder(List<Column> columns) {
        super(columns, columns.size() * 2);
    }

    @Override
    protected void beginField() {}

    @Override
    protected void endField() {
        bytes[length++] = '\t';
    }

    @Override
    protected void empty() {
        bytes[length++] = '\\';
        bytes[length++] = 'N';
    }

    @Override
    protected byte[] encoded(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void endRow() {
        bytes[length - 1] = '\n';
    }
}
