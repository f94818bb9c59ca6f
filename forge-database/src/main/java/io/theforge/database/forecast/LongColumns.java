package io.theforge.database.forecast;

import io.theforge.oracle.forecast.ForecastModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The long format of statsforecast, mlforecast and neuralforecast: unique_id, ds and one column for each model, with {@code MODEL-lo-90} and
 * {@code MODEL-hi-90} where it has prediction intervals, {@code MODEL-median} where it has no other point forecast.
 */
final class LongColumns {
    static final String ID = "unique_id";
    static final String DATE = "ds";
    /** What was sold, which tools write beside their forecasts. */
    private static final String ACTUAL = "y";

    private static final Set<String> ROLES = Set.of(ID, DATE, ForecastColumns.CUTOFF, ForecastColumns.FINGERPRINT);
    /** As pandas calls its row numbers. */
    private static final Set<String> INDEX = Set.of("", "index", "level_0", "unnamed: 0", "__index_level_0__");

    private static final Pattern INTERVAL = Pattern.compile("(.+)-(lo|hi)-(\\d+(?:[.]\\d+)?)");
    private static final Pattern QUANTILE = Pattern.compile("(.+)_ql(0?[.]\\d+)");
    private static final Pattern MEDIAN = Pattern.compile("(.+)-median");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_MODELS = 100;

    private final String shown;
    private final List<String> names;
    private final Map<String, Integer> roles = new LinkedHashMap<>();
    private final List<String> notUsed = new ArrayList<>();
    private final Map<String, Integer> points = new LinkedHashMap<>();
    private final Map<String, SortedMap<Double, Integer>> quantiles = new LinkedHashMap<>();
    private boolean hasActual;

    LongColumns(String shown, List<String> names, Conversion conversion) {
        this.shown = shown;
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            place(names.get(i), i);
        }
        for (String needed : List.of(ID, DATE)) {
            if (!roles.containsKey(needed)) {
                throw new ForecastFileException(
                        shown,
                        "there is no column " + needed + " among " + String.join(", ", names),
                        "name the columns unique_id, ds and one for each model" + conversion.toLong());
            }
        }
        quantiles.keySet().forEach(this::checkModel);
        if (points.isEmpty()) {
            throw new ForecastFileException(
                    shown, "there is no column of a model among " + String.join(", ", names), "add one for each model");
        }
        if (points.size() > MAX_MODELS) {
            throw new ForecastFileException(
                    shown,
                    "has " + points.size() + " columns that would be models, and " + MAX_MODELS + " are the most",
                    "leave out the columns that are no forecasts");
        }
    }

    private void place(String name, int i) {
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher interval = INTERVAL.matcher(name);
        Matcher quantile = QUANTILE.matcher(name);
        Matcher median = MEDIAN.matcher(name);
        if (ROLES.contains(lower)) {
            once(roles.putIfAbsent(lower, i), lower);
        } else if (lower.equals(ACTUAL)) {
            hasActual = true;
        } else if (INDEX.contains(lower)) {
            notUsed.add(name.isEmpty() ? "one without a name" : name);
        } else if (interval.matches()) {
            once(ofModel(interval.group(1)).putIfAbsent(bound(interval), i), name);
        } else if (quantile.matches()) {
            once(ofModel(quantile.group(1)).putIfAbsent(Double.parseDouble(quantile.group(2)), i), name);
        } else if (median.matches()) {
            once(ofModel(median.group(1)).putIfAbsent(0.5, i), name);
        } else if (points.putIfAbsent(name, i) != null) {
            throw new ForecastFileException(
                    shown, "two models are called " + name, "give each model a name of its own");
        }
    }

    private SortedMap<Double, Integer> ofModel(String name) {
        return quantiles.computeIfAbsent(name, unused -> new TreeMap<>());
    }

    private void once(Integer before, String name) {
        if (before != null) {
            throw new ForecastFileException(shown, "the column " + name + " is there twice", "leave one of them out");
        }
    }

    /** The quantile at which an interval of so many per cent begins or ends. */
    private double bound(Matcher interval) {
        BigDecimal level = new BigDecimal(interval.group(3));
        if (level.signum() == 0 || level.compareTo(HUNDRED) >= 0) {
            throw new ForecastFileException(
                    shown,
                    "the column " + interval.group() + " is of an interval of " + level + " per cent",
                    "a prediction interval has more than 0 and less than 100 per cent");
        }
        BigDecimal bound = interval.group(2).equals("lo") ? HUNDRED.subtract(level) : HUNDRED.add(level);
        return bound.movePointLeft(2).divide(BigDecimal.valueOf(2)).doubleValue();
    }

    /** An interval has two ends, and the model a forecast. */
    private void checkModel(String model) {
        for (String name : names) {
            Matcher interval = INTERVAL.matcher(name);
            if (interval.matches() && interval.group(1).equals(model)) {
                String other = model + (interval.group(2).equals("lo") ? "-hi-" : "-lo-") + interval.group(3);
                if (!names.contains(other)) {
                    throw new ForecastFileException(
                            shown,
                            "there is a column " + name + " and no " + other,
                            "write both ends of the interval, or leave it out");
                }
            }
        }
        Integer median = ofModel(model).get(0.5);
        if (median != null) {
            points.putIfAbsent(model, median);
        }
        if (!points.containsKey(model)) {
            throw new ForecastFileException(
                    shown,
                    "there are quantiles of " + model + " and no column " + model,
                    "add the forecast itself, as " + model + " or " + model + "-median");
        }
    }

    ForecastColumns columns() {
        List<ForecastColumns.Model> models = points.entrySet().stream()
                .map(model -> model(model.getKey(), model.getValue()))
                .toList();
        String understood = "unique_id = STORE/SKU, ds = day"
                + (roles.containsKey(ForecastColumns.CUTOFF) ? ", cutoff = last known day" : "")
                + (roles.containsKey(ForecastColumns.FINGERPRINT) ? ", fingerprint" : "")
                + (hasActual ? ", y = what was sold, not read" : "")
                + (models.size() == 1 ? "; model " : "; models ")
                + models.stream().map(ForecastColumns.Model::shown).collect(Collectors.joining("; "));
        List<String> notes = new ArrayList<>();
        if (!notUsed.isEmpty()) {
            notes.add("columns not used: " + String.join(", ", notUsed));
        }
        notes.addAll(IntervalEnds.notes(
                models.stream().map(ForecastColumns.Model::model).toList()));
        return new ForecastColumns(roles, models, understood, notes, true);
    }

    private ForecastColumns.Model model(String name, int point) {
        SortedMap<Double, Integer> own = quantiles.getOrDefault(name, new TreeMap<>());
        List<Integer> places = new ArrayList<>(List.of(point));
        places.addAll(own.values());
        return new ForecastColumns.Model(
                new ForecastModel(name, List.copyOf(own.keySet())),
                places,
                places.stream().map(names::get).toList());
    }
}
