package io.theforge.export.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.theforge.table.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jackson reads JSON, one array or one object a line. */
final class JacksonReader {
    private JacksonReader() {}

    static List<List<@Nullable String>> read(Path file, List<Column> columns) throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    rows.add(row(json, columns));
                } else {
                    assertThat(token).isIn(JsonToken.START_ARRAY, JsonToken.END_ARRAY);
                }
            }
        }
        return rows;
    }

    private static List<@Nullable String> row(JsonParser json, List<Column> columns) throws IOException {
        List<@Nullable String> row = new ArrayList<>();
        for (Column column : columns) {
            assertThat(json.nextFieldName()).isEqualTo(column.name());
            JsonToken value = json.nextToken();
            row.add(value == JsonToken.VALUE_NULL ? null : field(json, value, column));
        }
        assertThat(json.nextToken()).isEqualTo(JsonToken.END_OBJECT);
        return row;
    }

    private static String field(JsonParser json, JsonToken value, Column column) throws IOException {
        switch (column.kind()) {
            case TEXT, DATE -> assertThat(value).isEqualTo(JsonToken.VALUE_STRING);
            case BOOL -> assertThat(value.isBoolean()).isTrue();
            default -> assertThat(value.isNumeric()).isTrue();
        }
        return column.kind() == Column.Kind.REAL ? Rows.bits(json.getDoubleValue()) : json.getText();
    }
}
