package io.theforge.database.forecast;

import io.theforge.oracle.forecast.Forecasts;
import java.util.List;

/**
 * A file of forecasts, read.
 *
 * @param forecasts of series and days of the dataset
 * @param file as it was given
 * @param format "csv" or "parquet"
 * @param columns how they are understood, in one line
 * @param rows of the file, left out ones too
 * @param marked whether the file has the fingerprint of its dataset
 * @param notes what the reader has to know, one line each
 * @param warnings what is probably wrong, one line each
 */
public record ReadForecasts(
        Forecasts forecasts,
        String file,
        String format,
        String columns,
        long rows,
        boolean marked,
        List<String> notes,
        List<String> warnings)
        implements AutoCloseable {

    /** "forecast.csv:12"; rows of Parquet count from 1. */
    public String place(long line) {
        return place(file, format, line);
    }

    @Override
    public void close() {
        forecasts.close();
    }

    static String place(String file, String format, long line) {
        return format.equals("parquet") ? file + " row " + line : file + ":" + line;
    }
}
