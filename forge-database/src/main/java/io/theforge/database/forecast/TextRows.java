package io.theforge.database.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file as rows of text, in its order, read once from beginning to end. */
interface TextRows extends AutoCloseable {
    /** "csv" or "parquet". */
    String format();

    /** Of all columns, as they stand in the file. */
    List<String> names();

    /** Before the first row: which columns are read. @param columns places among the names */
    void select(List<Integer> columns);

    /** Goes on to the next row. @return false when there is none */
    boolean next();

    /** The value of the i-th selected column, without blanks around it; null where it is empty. */
    @Nullable
    String value(int i);

    /** The same, refused where it is empty. @param column its name */
    default String needed(int i, String column) {
        String value = value(i);
        if (value == null) {
            throw new ForecastFileException(place(line(i)), title(i, column) + " is empty", "write one in every row");
        }
        return value;
    }

    /** The i-th selected column as the file calls it, for messages. @param column its name here */
    default String title(int i, String column) {
        return column;
    }

    /** How the columns are understood, in one line. @param columns how these ones are */
    default String understood(String columns) {
        return columns;
    }

    /** Where the row begins: the line of the file, as editors count; of Parquet the row, from 1. */
    long line();

    /** Where the value of the i-th selected column begins, in the same way. */
    long line(int i);

    /** "forecast.csv:12", "forecast.parquet row 12". */
    String place(long line);

    /** After the last row: whether it had no line end, so that the file may have been cut off in it. */
    boolean endsWithinLine();

    @Override
    void close();
}
