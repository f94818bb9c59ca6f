package io.theforge.database.forecast;

import io.theforge.oracle.PinballLoss;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file of forecasts and finds the series and days of the dataset in it; what is not of the dataset is left out and told. */
public final class ForecastReader {
    private final Plan plan;
    private final List<String> fingerprints;
    private final String shown;
    private final TextRows rows;
    private final ForecastColumns columns;
    /** The columns that are read, in the order of the values of a row. */
    private final List<String> read;

    private final NumberReader numbers;
    private final KeptRows kept;
    private final LeftOut leftOut;
    private final Examples crossing = new Examples();
    private final Map<String, Integer> stores = new HashMap<>();
    private final Map<String, Integer> products = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();
    private long count;
    private int firstDay = Integer.MAX_VALUE;

    private ForecastReader(TextRows rows, String shown, Plan plan, List<String> fingerprints) {
        this.rows = rows;
        this.shown = shown;
        this.plan = plan;
        this.fingerprints = List.copyOf(fingerprints);
        columns = new ForecastColumns(shown, rows.names());
        read = columns.names();
        numbers = new NumberReader(rows);
        kept = new KeptRows(rows);
        leftOut = new LeftOut(plan);
        plan.stores().forEach(store -> stores.put(store.code(), store.index()));
        plan.products().forEach(product -> products.put(product.sku(), product.index()));
    }

    /**
     * @param shown the file as it was given, for messages
     * @param fingerprints that the dataset has had, the present one first: days may have come since the forecast
     * @throws ForecastFileException naming the place that is wrong
     */
    public static ReadForecasts read(Path file, String shown, Plan plan, List<String> fingerprints) {
        try (TextRows rows = TextRows.of(file, shown)) {
            return new ForecastReader(rows, shown, plan, fingerprints).read();
        }
    }

    private ReadForecasts read() {
        rows.each(read.stream().map(columns::place).toList(), (line, values) -> {
            count++;
            row(line, values);
        });
        boolean decimalCommas = numbers.finish();
        leftOut.refuseAll(shown, count);
        boolean ownCutoffs = columns.has(ForecastColumns.CUTOFF);
        if (!ownCutoffs && firstDay <= 0) {
            throw new ForecastFileException(
                    shown,
                    "its forecasts begin on the dataset's first day or before, so that nothing was known",
                    "forecast later days, or add a column cutoff: the last day known to each row");
        }
        List<String> notes = new ArrayList<>();
        if (!columns.ignored().isEmpty()) {
            notes.add(columns.ignored());
        }
        if (decimalCommas) {
            notes.add("numbers have a decimal comma");
        }
        if (!ownCutoffs) {
            LocalDate origin = LocalDate.ofEpochDay(plan.epochDay(firstDay - 1));
            notes.add("no column cutoff: taken as forecast at the end of " + origin + ", from the days up to it");
        }
        notes.addAll(leftOut.notes());
        return new ReadForecasts(
                kept.forecasts(ownCutoffs ? null : firstDay),
                shown,
                rows.parquet() ? "parquet" : "csv",
                count,
                columns.has(ForecastColumns.FINGERPRINT),
                notes,
                crossing.rows() == 0
                        ? List.of()
                        : List.of("a quantile is below a lower one in " + crossing.counted()
                                + "; scored as they are, and sorting those of a row would score better"));
    }

    private @Nullable String value(String column, @Nullable String[] values) {
        int place = read.indexOf(column);
        return place < 0 ? null : values[place];
    }

    private void row(long line, @Nullable String[] values) {
        if (columns.has(ForecastColumns.FINGERPRINT)) {
            checkFingerprint(line, value(ForecastColumns.FINGERPRINT, values));
        }
        String store = needed(line, ForecastColumns.STORE, values);
        String sku = needed(line, ForecastColumns.SKU, values);
        int day = day(line, ForecastColumns.DATE, values);
        int cutoff = cutoff(line, day, values);
        double point = numbers.read(ForecastColumns.FORECAST, line, value(ForecastColumns.FORECAST, values));
        double[] quantiles = new double[PinballLoss.COUNT];
        boolean crosses = quantiles(line, values, quantiles);
        Integer storeIndex = stores.get(store);
        Integer productIndex = products.get(sku);
        if (storeIndex == null || productIndex == null) {
            leftOut.unknown(store, sku);
            return;
        }
        firstDay = Math.min(firstDay, day);
        if (leftOut.hasDay(day)) {
            if (crosses) {
                crossing.add(rows.place(line));
            }
            kept.add(line, plan.pair(storeIndex, productIndex), cutoff, day, point, quantiles);
        }
    }

    private void checkFingerprint(long line, @Nullable String value) {
        if (value == null || !fingerprints.contains(value)) {
            throw new ForecastFileException(
                    rows.place(line),
                    "is a forecast of another dataset: its fingerprint is " + (value == null ? "empty" : value)
                            + ", and that of the database " + fingerprints.get(0),
                    "name its own database with --database");
        }
    }

    private String needed(long line, String column, @Nullable String[] values) {
        String text = value(column, values);
        if (text == null) {
            throw new ForecastFileException(rows.place(line), column + " is empty", "write one in every row");
        }
        return text;
    }

    /** In days since the dataset's first day. A time is taken off where it is midnight, as programs write dates. */
    private int day(long line, String column, @Nullable String[] values) {
        return days.computeIfAbsent(needed(line, column, values), date -> {
            try {
                String dayAlone = date.replaceFirst("[ T]00:00(:00([.]0+)?)?(Z|[+]00(:?00)?)?$", "");
                return Math.toIntExact(LocalDate.parse(dayAlone).toEpochDay() - plan.firstEpochDay());
            } catch (DateTimeParseException | ArithmeticException e) {
                throw new ForecastFileException(
                        rows.place(line),
                        column + " is \"" + date + "\"",
                        "write dates as year-month-day, such as " + LocalDate.ofEpochDay(plan.epochDay(0)));
            }
        });
    }

    /** First day that was not known, in the same days. */
    private int cutoff(long line, int day, @Nullable String[] values) {
        if (!columns.has(ForecastColumns.CUTOFF)) {
            return day;
        }
        int lastKnown = day(line, ForecastColumns.CUTOFF, values);
        if (day <= lastKnown) {
            throw new ForecastFileException(
                    rows.place(line),
                    value(ForecastColumns.DATE, values) + " is no later than its cutoff, "
                            + value(ForecastColumns.CUTOFF, values),
                    "the cutoff is the last known day, before the day that is forecast");
        }
        return lastKnown + 1;
    }

    /** @param filled NaN where the file has none @return whether one is below a lower one */
    private boolean quantiles(long line, @Nullable String[] values, double[] filled) {
        double highest = 0;
        boolean crosses = false;
        for (int q = 0; q < filled.length; q++) {
            String column = ForecastColumns.quantile(q);
            if (!columns.has(column)) {
                filled[q] = Double.NaN;
                continue;
            }
            filled[q] = numbers.read(column, line, value(column, values));
            crosses |= filled[q] < highest;
            highest = Math.max(highest, filled[q]);
        }
        return crosses;
    }
}
