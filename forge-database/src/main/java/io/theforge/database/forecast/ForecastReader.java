package io.theforge.database.forecast;

import io.theforge.oracle.forecast.ForecastModel;
import io.theforge.oracle.forecast.Forecasts;
import io.theforge.oracle.forecast.PairForecasts;
import io.theforge.plan.Plan;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a file of forecasts and finds the series and days of the dataset in it; what is not of the dataset is left out and told. */
public final class ForecastReader {
    private final Plan plan;
    private final List<String> fingerprints;
    private final @Nullable LocalDate givenCutoff;
    private final String shown;
    private final TextRows rows;
    private final Conversion conversion;
    private final ForecastColumns columns;
    private final String dateName;
    private final int date;
    private final int cutoff;
    private final int fingerprint;
    private final int firstUnit;
    private final List<String> unitNames;

    private final SeriesReader series;
    private final DateReader dates;
    private final NumberReader numbers;
    private final Forecasts kept;
    private final LeftOut leftOut;
    private final Examples crossing = new Examples();
    private final double[] units;
    private long count;
    private int firstDay = Integer.MAX_VALUE;

    private ForecastReader(
            TextRows rows, String shown, Plan plan, List<String> fingerprints, @Nullable LocalDate givenCutoff) {
        this.rows = rows;
        this.shown = shown;
        this.plan = plan;
        this.fingerprints = List.copyOf(fingerprints);
        this.givenCutoff = givenCutoff;
        conversion = new Conversion(shown, rows, plan);
        columns = ForecastColumns.of(shown, rows.names(), conversion);
        dateName = columns.indexOf(LongColumns.DATE) < 0 ? OwnColumns.DATE : LongColumns.DATE;
        date = columns.indexOf(dateName);
        cutoff = columns.indexOf(ForecastColumns.CUTOFF);
        fingerprint = columns.indexOf(ForecastColumns.FINGERPRINT);
        firstUnit = columns.roles().size();
        unitNames = columns.unitNames();
        units = new double[unitNames.size()];
        kept = new Forecasts(
                columns.models().stream().map(ForecastColumns.Model::model).toList());
        series = new SeriesReader(rows, columns, plan);
        Map<String, Integer> ofDates = new LinkedHashMap<>(Map.of(dateName, date));
        if (cutoff >= 0) {
            ofDates.put(ForecastColumns.CUTOFF, cutoff);
        }
        dates = new DateReader(rows, plan, ofDates, conversion);
        numbers = new NumberReader(rows, columns.ofTools());
        leftOut = new LeftOut(plan);
    }

    /**
     * Reads all of it.
     *
     * @param fingerprints that the dataset has had, the present one first: days may have come since the forecast
     * @param cutoff the last day that was known; null where the file tells it
     * @throws ForecastFileException naming the place that is wrong
     */
    public static ReadForecasts read(
            ForecastInput input, Plan plan, List<String> fingerprints, @Nullable LocalDate cutoff) {
        try (TextRows opened = FileStart.open(input)) {
            TextRows rows = M5Rows.of(opened, input.shown(), plan, cutoff);
            // A submission has taken it
            LocalDate left = rows == opened ? cutoff : null;
            ForecastReader reader = new ForecastReader(rows, input.shown(), plan, fingerprints, left);
            boolean whole = false;
            try {
                ReadForecasts read = reader.read();
                whole = true;
                return read;
            } finally {
                if (!whole) {
                    reader.kept.close();
                }
            }
        }
    }

    private ReadForecasts read() {
        if (cutoff >= 0 && givenCutoff != null) {
            throw new ForecastFileException(
                    shown, "has a column cutoff, and --cutoff is given", "leave out one of them");
        }
        rows.select(columns.places());
        while (rows.next()) {
            if (count++ == 0 && columns.ofTools()) {
                TextColumns.refuse(rows, shown, columns, conversion);
            }
            row();
        }
        boolean decimalCommas = numbers.finish();
        leftOut.refuseAll(shown, count);
        if (cutoff < 0) {
            kept.setCutoff(commonCutoff());
        }
        kept.finish();
        refuseRepetitions();
        return new ReadForecasts(
                kept,
                shown,
                rows.format(),
                rows.understood(columns.understood()),
                count,
                fingerprint >= 0,
                notes(decimalCommas),
                crossing.rows() == 0
                        ? List.of()
                        : List.of("a quantile is below a lower one in "
                                + crossing.inLines(shown, rows.format(), "forecast")
                                + "; scored as they are, and sorting those of a row would score better"));
    }

    /** First day that was not known, where the file has no column of it. */
    private int commonCutoff() {
        if (givenCutoff != null) {
            return Math.toIntExact(givenCutoff.toEpochDay() - plan.firstEpochDay()) + 1;
        }
        if (firstDay <= 0) {
            throw new ForecastFileException(
                    shown,
                    "its forecasts begin on the dataset's first day or before, so that nothing was known",
                    "forecast later days, or add a column cutoff: the last day known to each row");
        }
        return firstDay;
    }

    private List<String> notes(boolean decimalCommas) {
        List<String> notes = new ArrayList<>(columns.notes());
        if (decimalCommas) {
            notes.add("numbers have a decimal comma");
        }
        if (numbers.cut().rows() > 0) {
            notes.add(
                    "taken as 0, because they are below it: " + numbers.cut().inLines(shown, rows.format(), "number"));
        }
        if (cutoff < 0 && givenCutoff == null) {
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
        int pair = series.read();
        int day = dates.read(dateName, date);
        int known = cutoff < 0 ? 0 : cutoff(day);
        if (givenCutoff != null) {
            checkGivenCutoff(day, givenCutoff);
        }
        boolean crosses = readUnits();
        if (pair == SeriesReader.UNKNOWN) {
            leftOut.unknown(series.name());
            return;
        }
        firstDay = Math.min(firstDay, day);
        if (leftOut.hasDay(day)) {
            if (crosses) {
                crossing.add(String.valueOf(rows.line()));
            }
            keep(pair, known, day);
        }
    }

    private void keep(int pair, int known, int day) {
        try {
            kept.add(pair, known, day, rows.line(), units);
        } catch (UncheckedIOException e) {
            throw SpooledFile.full(shown, "is too long to be kept in memory", Objects.requireNonNull(e.getCause()));
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

    private void checkGivenCutoff(int day, LocalDate given) {
        if (day <= given.toEpochDay() - plan.firstEpochDay()) {
            throw new ForecastFileException(
                    rows.place(rows.line(date)),
                    rows.value(date) + " is no later than --cutoff, " + given,
                    "the cutoff is the last known day, before all days that are forecast");
        }
    }

    /** @return whether a quantile is below a lower one of its model */
    private boolean readUnits() {
        boolean crosses = false;
        int unit = 0;
        for (ForecastColumns.Model each : columns.models()) {
            ForecastModel model = each.model();
            double highest = 0;
            for (int i = 0; i < model.units(); i++, unit++) {
                units[unit] = numbers.read(unitNames.get(unit), firstUnit + unit);
                if (i > 0) {
                    crosses |= units[unit] < highest;
                    highest = Math.max(highest, units[unit]);
                }
            }
        }
        return crosses;
    }

    private String repetitionRemedy() {
        Optional<String> model =
                rows.names().stream().filter(Conversion::namesModels).findFirst();
        if (model.isEmpty() || columns.ofTools()) {
            return "leave one of them out; forecasts of one day from several days need a column cutoff";
        }
        String keys = "store_code || '/' || sku AS unique_id, date AS ds" + (cutoff < 0 ? "" : ", cutoff");
        return "write a column for each model" + conversion.toColumns(keys, model.get(), OwnColumns.FORECAST);
    }

    private void refuseRepetitions() {
        PairForecasts ofPair = kept.from(0);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            ofPair.read(pair);
            for (int i = 1; i < ofPair.rows(); i++) {
                if (ofPair.cutoff(i) == ofPair.cutoff(i - 1) && ofPair.day(i) == ofPair.day(i - 1)) {
                    throw new ForecastFileException(
                            rows.place(ofPair.line(i)),
                            "is the second forecast of its store, product and date; the first is "
                                    + rows.place(ofPair.line(i - 1)),
                            repetitionRemedy());
                }
            }
        }
    }
}
