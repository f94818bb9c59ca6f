package io.theforge.spark.source;

import io.theforge.export.manifest.CodeColumns;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a table in Spark: those that a row writer is given, with codes in place of ids. */
final class TableColumns {
    private static final int FRACTION_DIGITS_OF_MONEY = 2;
    private static final int FRACTION_DIGITS_OF_SHARES = 4;
    private static final Properties COMMENTS = comments();

    private TableColumns() {}

    private static Properties comments() {
        Properties comments = new Properties();
        try (InputStream in =
                Objects.requireNonNull(TableColumns.class.getResourceAsStream("comments.properties"), "comments")) {
            comments.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return comments;
    }

    /** Returns all columns of a table, in the order in which its rows are written. */
    static StructType schema(Table table) {
        return new StructType(CodeColumns.of(table).stream()
                .map(column -> new StructField(column.name(), type(column), column.mayBeNull(), Metadata.empty())
                        .withComment(comment(table, column.name())))
                .toArray(StructField[]::new));
    }

    /** Returns their names. */
    static List<String> names(Table table) {
        return CodeColumns.of(table).stream().map(Column::name).toList();
    }

    /** @throws IllegalArgumentException where somebody has given a table other columns than it has, or of other types */
    static void check(Table table, StructType given) {
        StructType ours = schema(table);
        if (!plain(given).equals(plain(ours))) {
            throw new IllegalArgumentException("columns of " + table.sqlName() + ": " + plain(given)
                    + " are given, and it has " + plain(ours) + "; leave them out");
        }
    }

    /** Without the collation that texts have anyway, which {@code SHOW CREATE TABLE} names. */
    private static String plain(StructType schema) {
        return Arrays.stream(schema.fields())
                .map(field ->
                        field.name() + " " + field.dataType().simpleString().replace(" collate UTF8_BINARY", ""))
                .collect(Collectors.joining(", "));
    }

    /** Returns the field of a table's rows that has a name in Spark. */
    static Optional<Column> field(Table table, String name) {
        int place = names(table).indexOf(name);
        return place < 0 ? Optional.empty() : Optional.of(table.fields().get(place));
    }

    /** Returns what a column holds; a column that several tables have alike is explained once. */
    static String comment(Table table, String column) {
        return COMMENTS.getProperty(table.sqlName() + "." + column, COMMENTS.getProperty(column, ""));
    }

    private static DataType type(Column column) {
        return switch (column.kind()) {
            case TEXT, STORE, PRODUCT -> DataTypes.StringType;
            case DATE -> DataTypes.DateType;
            case INTEGER -> DataTypes.IntegerType;
            case CENTS -> DataTypes.createDecimalType(column.size(), FRACTION_DIGITS_OF_MONEY);
            case BASIS_POINTS -> DataTypes.createDecimalType(column.size(), FRACTION_DIGITS_OF_SHARES);
            case REAL -> DataTypes.DoubleType;
            case BOOL -> DataTypes.BooleanType;
        };
    }
}
