package io.theforge.spark.source;

import io.theforge.export.manifest.CodeColumns;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
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
        return new StructType(
                table.fields().stream().map(column -> field(table, column)).toArray(StructField[]::new));
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

    /** Returns the column that has a name in Spark. */
    static Optional<Column> column(Table table, String name) {
        return table.fields().stream()
                .filter(column -> name(column).equals(name))
                .findFirst();
    }

    private static StructField field(Table table, Column column) {
        StructField field = new StructField(name(column), type(column), column.mayBeNull(), Metadata.empty());
        return field.withComment(comment(table, name(column)));
    }

    /** Returns what a column holds; a column that several tables have alike is explained once. */
    static String comment(Table table, String column) {
        return COMMENTS.getProperty(table.sqlName() + "." + column, COMMENTS.getProperty(column, ""));
    }

    /** Returns the name of a column in Spark. */
    static String name(Column column) {
        return switch (column.kind()) {
            case STORE -> CodeColumns.STORE;
            case PRODUCT -> CodeColumns.PRODUCT;
            default -> column.name();
        };
    }

    private static DataType type(Column column) {
        return switch (column.kind()) {
            case STORE, PRODUCT, TEXT -> DataTypes.StringType;
            case DATE -> DataTypes.DateType;
            case INTEGER -> DataTypes.IntegerType;
            case CENTS -> DataTypes.createDecimalType(column.size(), FRACTION_DIGITS_OF_MONEY);
            case BASIS_POINTS -> DataTypes.createDecimalType(column.size(), FRACTION_DIGITS_OF_SHARES);
            case REAL -> DataTypes.DoubleType;
            case BOOL -> DataTypes.BooleanType;
        };
    }
}
