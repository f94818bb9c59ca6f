package io.theforge.database.forecast;

import io.theforge.oracle.Forecasts;
import io.theforge.oracle.PinballLoss;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads a file of forecasts and finds the series and days of the dataset in it; what is not of the dataset is left out and told. */
public final class ForecastReader {
    private final Plan plan;
    private final String fingerprint;
    private final String shown;
    private final TextRows rows;
    private final ForecastColumns columns;
    private final NumberReader numbers;
    private final Map<String, Integer> stores = new HashMap<>();
    private final Map<String, Integer> products = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();
    private final int[] quantilePlaces = new int[PinballLoss.COUNT];

    private final IntStream.Builder pairs = IntStream.builder();
    private final IntStream.Builder dayColumn = IntStream.builder();
    private final IntStream.Builder cutoffs = IntStream.builder();
    private final LongStream.Builder lines = LongStream.builder();
    private final DoubleStream.Builder points = DoubleStream.builder();
    private final List<DoubleStream.Builder> quantiles = new ArrayList<>();

    private long count;
    private long kept;
    private int firstDay = Integer.MAX_VALUE;
    private final Examples unknown = new Examples();
    private final Examples before = new Examples();
    private final Examples beyond = new Examples();
    private final Examples crossing = new Examples();

    private ForecastReader(TextRows rows, String shown, Plan plan, String fingerprint) {
        this.rows = rows;
        this.shown = shown;
        this.plan = plan;
        this.fingerprint = fingerprint;
        columns = new ForecastColumns(shown, rows.names());
        numbers = new NumberReader(rows);
        plan.stores().forEach(store -> stores.put(store.code(), store.index()));
        plan.products().forEach(product -> products.put(product.sku(), product.index()));
        for (int q = 0; q < PinballLoss.COUNT; q++) {
            quantiles.add(DoubleStream.builder());
        }
    }

    /**
     * @param shown the file as it was given, for messages
     * @param fingerprint of the dataset
     * @throws ForecastFileException naming the place that is wrong
     */
    public static ReadForecasts read(Path file, String shown, Plan plan, String fingerprint) {
        try (TextRows rows = new TextRows(file, shown)) {
            return new ForecastReader(rows, shown, plan, fingerprint).read();
        }
    }

    private ReadForecasts read() {
        List<String> names = new ArrayList<>(
                List.of(ForecastColumns.DATE, ForecastColumns.STORE, ForecastColumns.SKU, ForecastColumns.FORECAST));
        List<String> possible = new ArrayList<>(List.of(ForecastColumns.CUTOFF, ForecastColumns.FINGERPRINT));
        for (int q = 0; q < PinballLoss.COUNT; q++) {
            possible.add(ForecastColumns.quantile(q));
        }
        possible.stream().filter(columns::has).forEach(names::add);
        for (int q = 0; q < PinballLoss.COUNT; q++) {
            quantilePlaces[q] = names.indexOf(ForecastColumns.quantile(q));
        }
        int cutoff = names.indexOf(ForecastColumns.CUTOFF);
        int mark = names.indexOf(ForecastColumns.FINGERPRINT);
        rows.each(names.stream().map(columns::place).toList(), (line, values) -> {
            count++;
            if (mark >= 0) {
                checkFingerprint(line, values[mark]);
            }
            row(line, values, cutoff);
        });
        boolean decimalCommas = numbers.finish();
        refuseNothing();
        Forecasts forecasts = forecasts(cutoff >= 0);
        refuseRepetitions(forecasts);
        return new ReadForecasts(
                forecasts,
                shown,
                rows.parquet() ? "parquet" : "csv",
                count,
                cutoff >= 0,
                notes(decimalCommas, cutoff >= 0),
                warnings());
    }

    private void checkFingerprint(long line, @Nullable String value) {
        if (!fingerprint.equals(value)) {
            throw new ForecastFileException(
                    rows.place(line),
                    "is a forecast of another dataset: its fingerprint is " + value + ", and that of the database "
                            + fingerprint,
                    "name its own database with --database");
        }
    }

    private void row(long line, @Nullable String[] values, int cutoffPlace) {
        String store = needed(line, ForecastColumns.STORE, values[1]);
        String sku = needed(line, ForecastColumns.SKU, values[2]);
        int day = day(line, ForecastColumns.DATE, values[0]);
        int known = cutoffPlace < 0 ? day : day(line, ForecastColumns.CUTOFF, values[cutoffPlace]) + 1;
        if (day < known) {
            throw new ForecastFileException(
                    rows.place(line),
                    values[0] + " is no later than its cutoff, " + values[cutoffPlace],
                    "the cutoff is the last known day, before the day that is forecast");
        }
        double point = numbers.read(ForecastColumns.FORECAST, line, values[3]);
        double[] ofRow = new double[PinballLoss.COUNT];
        double highest = 0;
        boolean crosses = false;
        for (int q = 0; q < ofRow.length; q++) {
            if (quantilePlaces[q] >= 0) {
                ofRow[q] = numbers.read(ForecastColumns.quantile(q), line, values[quantilePlaces[q]]);
                crosses |= ofRow[q] < highest;
                highest = Math.max(highest, ofRow[q]);
            }
        }
        Integer storeIndex = stores.get(store);
        Integer productIndex = products.get(sku);
        if (storeIndex == null || productIndex == null) {
            unknown.add(store + " " + sku);
            return;
        }
        firstDay = Math.min(firstDay, day);
        if (day < 0 || day >= plan.days()) {
            (day < 0 ? before : beyond).add(String.valueOf(values[0]));
            return;
        }
        if (crosses) {
            crossing.add(rows.place(line));
        }
        kept++;
        pairs.add(plan.pair(storeIndex, productIndex));
        dayColumn.add(day);
        cutoffs.add(Math.max(0, known));
        lines.add(line);
        points.add(point);
        for (int q = 0; q < ofRow.length; q++) {
            quantiles.get(q).add(ofRow[q]);
        }
    }

    private String needed(long line, String column, @Nullable String text) {
        if (text == null) {
            throw new ForecastFileException(rows.place(line), column + " is empty", "write one in every row");
        }
        return text;
    }

    /** In days since the dataset's first day. A time is taken off where it is midnight, as programs write dates. */
    private int day(long line, String column, @Nullable String text) {
        return days.computeIfAbsent(needed(line, column, text), date -> {
            try {
                String dayAlone = date.replaceFirst("[ T]00:00(:00(\\.0+)?)?(Z|[+]00(:?00)?)?$", "");
                return Math.toIntExact(LocalDate.parse(dayAlone).toEpochDay() - plan.firstEpochDay());
            } catch (DateTimeParseException | ArithmeticException e) {
                throw new ForecastFileException(
                        rows.place(line),
                        column + " is \"" + date + "\"",
                        "write dates as year-month-day, such as " + LocalDate.ofEpochDay(plan.epochDay(0)));
            }
        });
    }

    private void refuseNothing() {
        if (count == 0) {
            throw new ForecastFileException(shown, "has a header and no rows", "write a row per series and day");
        }
        LocalDate first = LocalDate.ofEpochDay(plan.epochDay(0));
        LocalDate last = LocalDate.ofEpochDay(plan.epochDay(plan.days() - 1));
        if (unknown.rows() == count) {
            throw new ForecastFileException(
                    shown,
                    "was made for another dataset: none of its " + unknown.things() + " series (" + unknown.shown()
                            + ") is in this one",
                    "series of this one are " + plan.stores().get(0).code() + " "
                            + plan.products().get(0).sku() + " and so on; name another with --database");
        }
        if (kept == 0) {
            throw new ForecastFileException(
                    shown,
                    "none of its " + count + " forecasts is of a day of the dataset, " + first + " to " + last,
                    beyond.rows() > 0
                            ? "./forge --append makes the days after " + last + ", or forecast earlier ones"
                            : "forecast days of the dataset");
        }
    }

    private Forecasts forecasts(boolean ownCutoffs) {
        int[] ofDays = dayColumn.build().toArray();
        int[] known = cutoffs.build().toArray();
        if (!ownCutoffs) {
            if (firstDay <= 0) {
                throw new ForecastFileException(
                        shown,
                        "its forecasts begin on the dataset's first day or before, so that nothing was known",
                        "forecast later days, or add a column cutoff: the last day known to each row");
            }
            Arrays.fill(known, firstDay);
        }
        double[] @Nullable [] ofQuantiles = new double[PinballLoss.COUNT][];
        for (int q = 0; q < PinballLoss.COUNT; q++) {
            if (quantilePlaces[q] >= 0) {
                ofQuantiles[q] = quantiles.get(q).build().toArray();
            }
        }
        return new Forecasts(
                pairs.build().toArray(),
                known,
                ofDays,
                lines.build().toArray(),
                points.build().toArray(),
                ofQuantiles);
    }

    private void refuseRepetitions(Forecasts sorted) {
        for (int i = 1; i < sorted.rows(); i++) {
            if (sorted.pair[i] == sorted.pair[i - 1]
                    && sorted.cutoff[i] == sorted.cutoff[i - 1]
                    && sorted.day[i] == sorted.day[i - 1]) {
                throw new ForecastFileException(
                        rows.place(sorted.line[i]),
                        "is the second forecast of its store, product and date; the first is "
                                + rows.place(sorted.line[i - 1]),
                        "leave one of them out; forecasts of one day from several days need a column cutoff");
            }
        }
    }

    private List<String> notes(boolean decimalCommas, boolean ownCutoffs) {
        List<String> notes = new ArrayList<>();
        if (!columns.ignored().isEmpty()) {
            notes.add(columns.ignored());
        }
        if (decimalCommas) {
            notes.add("numbers have a decimal comma");
        }
        if (!ownCutoffs) {
            LocalDate origin = LocalDate.ofEpochDay(plan.epochDay(firstDay - 1));
            notes.add("no column cutoff: taken as forecast on " + origin + ", when the days up to it were known");
        }
        if (unknown.rows() > 0) {
            notes.add(unknown.rows() + " forecasts left out: their " + unknown.things()
                    + " series are not in the dataset (" + unknown.shown() + ")");
        }
        if (before.rows() > 0) {
            notes.add(before.rows() + " forecasts left out: before the dataset's first day (" + before.shown() + ")");
        }
        if (beyond.rows() > 0) {
            notes.add(beyond.rows() + " forecasts cannot be scored: after the dataset's last day (" + beyond.shown()
                    + "); ./forge --append makes more days");
        }
        return notes;
    }

    private List<String> warnings() {
        return crossing.rows() == 0
                ? List.of()
                : List.of(crossing.rows() + " forecasts have a quantile below a lower one, first in " + crossing.shown()
                        + "; scored as they are, and sorting them would score better");
    }
}
