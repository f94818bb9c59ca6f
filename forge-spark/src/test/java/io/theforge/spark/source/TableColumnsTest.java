package io.theforge.spark.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.table.Column;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns as Spark sees them: typed, explained, and empty only where the shop may leave them empty. */
class TableColumnsTest {
    @ParameterizedTest
    @EnumSource
    void everyColumnIsExplained(Table table) {
        for (StructField field : TableColumns.schema(table).fields()) {
            assertThat(field.getComment().getOrElse(() -> "")).as(field.name()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnMayBeNullWhereTheTableSaysSo(Table table) {
        StructField[] fields = TableColumns.schema(table).fields();
        assertThat(Arrays.stream(fields).map(StructField::nullable))
                .containsExactlyElementsOf(
                        table.fields().stream().map(Column::mayBeNull).toList());
    }

    @ParameterizedTest
    @EnumSource
    void typesAreThoseOfTheDatabase(Table table) {
        StructField[] fields = TableColumns.schema(table).fields();
        for (int i = 0; i < fields.length; i++) {
            Column column = table.fields().get(i);
            String type = fields[i].dataType().sql().toLowerCase(java.util.Locale.ROOT);
            switch (column.kind()) {
                case STORE, PRODUCT, TEXT -> assertThat(type).startsWith("string");
                case DATE -> assertThat(type).isEqualTo("date");
                case INTEGER -> assertThat(type).isEqualTo("int");
                case CENTS, BASIS_POINTS ->
                    assertThat(type.replace("decimal", "numeric")).isEqualTo(column.sqlType());
                case REAL -> assertThat(type).isEqualTo("double");
                case BOOL -> assertThat(type).isEqualTo("boolean");
            }
        }
    }

    @Test
    void nothingIsExplainedThatIsNotThere() throws IOException {
        Properties comments = new Properties();
        try (InputStream in = TableColumns.class.getResourceAsStream("comments.properties")) {
            comments.load(in);
        }
        TreeSet<String> unused = new TreeSet<>(comments.stringPropertyNames());
        for (Table table : Table.values()) {
            for (String name : TableColumns.names(table)) {
                if (!unused.remove(table.sqlName() + "." + name)
                        && comments.getProperty(table.sqlName() + "." + name) == null) {
                    unused.remove(name);
                }
            }
        }
        assertThat(unused).isEmpty();
    }
}
