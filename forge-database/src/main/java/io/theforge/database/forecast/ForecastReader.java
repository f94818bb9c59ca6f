package io.theforge.database.forecast;

import io.theforge.oracle.metric.PinballLoss;
import io.theforge.oracle.score.Forecasts;
import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of forecasts and finds the series and days of the dataset in it; what is not of the dataset is left out and told. */
public final class ForecastReader {
    private final Plan plan;
    private final List<String> fingerprints;
    private final String shown;
    private final TextRows rows;
    private final ForecastColumns columns;
    /** The columns that are read, in the order of the values of a row; of those behind it the places among them, -1 where there is none. */
    private final List<String> read;

    private final int date;
    private final int store;
    private final int sku;
    private final int forecast;
    private final int cutoff;
    private final int fingerprint;
    private final int[] quantiles = new int[PinballLoss.COUNT];

    private final DateReader dates;
    private final NumberReader numbers;
    private final Forecasts kept;
    private final LeftOut leftOut;
    private final Examples crossing = new Examples();
    private final Map<String, Integer> stores = new HashMap<>();
    private final Map<String, Integer> products = new HashMap<>();
    private final double[] units = new double[PinballLoss.COUNT];
    private long count;
    private int firstDay = Integer.MAX_VALUE;

    private ForecastReader(TextRows rows, String shown, Plan plan, List<String> fingerprints) {
        this.rows = rows;
        this.shown = shown;
        this.plan = plan;
        this.fingerprints = List.copyOf(fingerprints);
        columns = new ForecastColumns(shown, rows.names());
        read = columns.names();
        date = read.indexOf(ForecastColumns.DATE);
        store = read.indexOf(ForecastColumns.STORE);
        sku = read.indexOf(ForecastColumns.SKU);
        forecast = read.indexOf(ForecastColumns.FORECAST);
        cutoff = read.indexOf(ForecastColumns.CUTOFF);
        fingerprint = read.indexOf(ForecastColumns.FINGERPRINT);
        boolean[] given = new boolean[PinballLoss.COUNT];
        for (int q = 0; q < quantiles.length; q++) {
            quantiles[q] = read.indexOf(ForecastColumns.quantile(q));
            given[q] = quantiles[q] >= 0;
        }
        kept = new Forecasts(given);
        dates = new DateReader(rows, plan);
        numbers = new NumberReader(rows);
        leftOut = new LeftOut(plan);
        plan.stores().forEach(each -> stores.put(each.code(), each.index()));
        plan.products().forEach(each -> products.put(each.sku(), each.index()));
    }

    /**
     * Reads all of it.
     *
     * @param fingerprints that the dataset has had, the present one first: days may have come since the forecast
     * @throws ForecastFileException naming the place that is wrong
     */
    public static ReadForecasts read(ForecastInput input, Plan plan, List<String> fingerprints) {
        try (TextRows rows = FileStart.open(input)) {
            return new ForecastReader(rows, input.shown(), plan, fingerprints).read();
        }
    }

    private ReadForecasts read() {
        rows.select(read.stream().map(columns::place).toList());
        while (rows.next()) {
            count++;
            row();
        }
        boolean decimalCommas = numbers.finish();
        leftOut.refuseAll(shown, count);
        boolean ownCutoffs = cutoff >= 0;
        if (!ownCutoffs && firstDay <= 0) {
            throw new ForecastFileException(
                    shown,
                    "its forecasts begin on the dataset's first day or before, so that nothing was known",
                    "forecast later days, or add a column cutoff: the last day known to each row");
        }
        if (!ownCutoffs) {
            kept.setCutoff(firstDay);
        }
        kept.sort();
        refuseRepetitions();
        return new ReadForecasts(
                kept,
                shown,
                rows.format(),
                count,
                fingerprint >= 0,
                notes(decimalCommas),
                crossing.rows() == 0
                        ? List.of()
                        : List.of("a quantile is below a lower one in " + crossing.counted()
                                + "; scored as they are, and sorting those of a row would score better"));
    }

    private List<String> notes(boolean decimalCommas) {
        List<String> notes = new ArrayList<>();
        if (!columns.ignored().isEmpty()) {
            notes.add(columns.ignored());
        }
        if (decimalCommas) {
            notes.add("numbers have a decimal comma");
        }
        if (cutoff < 0) {
            LocalDate origin = LocalDate.ofEpochDay(plan.epochDay(firstDay - 1));
            notes.add("no column cutoff: taken as forecast at the end of " + origin + ", from the days up to it");
        }
        if (rows.endsWithinLine()) {
            notes.add("its last line has no line end: if the file was cut off there, the last value is wrong");
        }
        notes.addAll(leftOut.notes());
        return notes;
    }

    private void row() {
        if (fingerprint >= 0) {
            checkFingerprint();
        }
        String storeCode = rows.needed(store, ForecastColumns.STORE);
        String productSku = rows.needed(sku, ForecastColumns.SKU);
        int day = dates.read(ForecastColumns.DATE, date);
        int known = cutoff < 0 ? day : cutoff(day);
        double point = numbers.read(ForecastColumns.FORECAST, forecast);
        boolean crosses = readQuantiles();
        Integer storeIndex = stores.get(storeCode);
        Integer productIndex = products.get(productSku);
        if (storeIndex == null || productIndex == null) {
            leftOut.unknown(storeCode, productSku);
            return;
        }
        firstDay = Math.min(firstDay, day);
        if (leftOut.hasDay(day)) {
            if (crosses) {
                crossing.add(rows.place(rows.line()));
            }
            kept.add(plan.pair(storeIndex, productIndex), known, day, rows.line(), point, units);
        }
    }

    private void checkFingerprint() {
        String value = rows.value(fingerprint);
        if (value == null || !fingerprints.contains(value)) {
            throw new ForecastFileException(
                    rows.place(rows.line(fingerprint)),
                    "is a forecast of another dataset: its fingerprint is " + (value == null ? "empty" : value)
                            + ", and that of the database " + fingerprints.get(0),
                    "name its own database with --database");
        }
    }

    /** First day that was not known, in the same days. */
    private int cutoff(int day) {
        int lastKnown = dates.read(ForecastColumns.CUTOFF, cutoff);
        if (day <= lastKnown) {
            throw new ForecastFileException(
                    rows.place(rows.line(cutoff)),
                    rows.value(date) + " is no later than its cutoff, " + rows.value(cutoff),
                    "the cutoff is the last known day, before the day that is forecast");
        }
        return lastKnown + 1;
    }

    /** @return whether one is below a lower one */
    private boolean readQuantiles() {
        double highest = 0;
        boolean crosses = false;
        for (int q = 0; q < quantiles.length; q++) {
            if (quantiles[q] >= 0) {
                units[q] = numbers.read(read.get(quantiles[q]), quantiles[q]);
                crosses |= units[q] < highest;
                highest = Math.max(highest, units[q]);
            }
        }
        return crosses;
    }

    private void refuseRepetitions() {
        for (int i = 1; i < kept.rows(); i++) {
            if (kept.pair(i) == kept.pair(i - 1)
                    && kept.cutoff(i) == kept.cutoff(i - 1)
                    && kept.day(i) == kept.day(i - 1)) {
                throw new ForecastFileException(
                        rows.place(kept.line(i)),
                        "is the second forecast of its store, product and date; the first is "
                                + rows.place(kept.line(i - 1)),
                        "leave one of them out; forecasts of one day from several days need a column cutoff");
            }
        }
    }
}
