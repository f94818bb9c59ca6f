package io.theforge.database.forecast;

import io.theforge.oracle.forecast.ForecastModel;
import io.theforge.text.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A forecast of one model with the names of the Forge's tables: date, store_code, sku, forecast, any quantile as q0.05; case aside. */
final class OwnColumns {
    static final String DATE = "date";
    static final String STORE = "store_code";
    static final String SKU = "sku";
    static final String FORECAST = "forecast";

    private static final List<String> NEEDED = List.of(DATE, STORE, SKU, FORECAST);
    private static final List<String> POSSIBLE = List.of(ForecastColumns.CUTOFF, ForecastColumns.FINGERPRINT);
    /** "q0.05", "0.05", with a decimal comma too. "q5" could be a tenth of what it is taken for. */
    private static final Pattern QUANTILE = Pattern.compile("q?(0?[.,]\\d+)");

    /** Places of the columns by their names here, quantiles as "q0.05". */
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private final List<String> ignored = new ArrayList<>();

    OwnColumns(String shown, List<String> names, Conversion conversion) {
        for (int i = 0; i < names.size(); i++) {
            String name = known(names.get(i));
            if (name.isEmpty()) {
                // Some programs write row numbers without a name
                ignored.add(names.get(i).isEmpty() ? "one without a name" : names.get(i));
            } else if (places.putIfAbsent(name, i) != null) {
                throw new ForecastFileException(
                        shown, "the column " + name + " is there twice", "leave one of them out");
            }
        }
        List<String> missing =
                NEEDED.stream().filter(name -> !places.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            String nearest = NearestWord.of(missing.get(0), ignored)
                    .map(word -> "is \"" + word + "\" meant? ")
                    .orElse("");
            throw new ForecastFileException(
                    shown,
                    "there is no column " + String.join(", ", missing) + " among " + String.join(", ", names),
                    nearest + "name the columns " + String.join(", ", NEEDED) + ", or unique_id, ds and one for each"
                            + " model" + conversion.toLong());
        }
    }

    private static String known(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (NEEDED.contains(lower) || POSSIBLE.contains(lower)) {
            return lower;
        }
        Matcher quantile = QUANTILE.matcher(lower);
        if (quantile.matches()) {
            double tau = Double.parseDouble(quantile.group(1).replace(',', '.'));
            return tau > 0 ? "q" + tau : "";
        }
        return "";
    }

    ForecastColumns columns() {
        List<Double> quantiles = places.keySet().stream()
                .filter(name -> QUANTILE.matcher(name).matches())
                .map(name -> Double.valueOf(name.substring(1)))
                .sorted()
                .toList();
        List<String> names = new ArrayList<>(List.of(FORECAST));
        quantiles.forEach(each -> names.add("q" + each));
        List<Integer> units =
                names.stream().map(name -> places.getOrDefault(name, -1)).toList();
        Map<String, Integer> roles = new LinkedHashMap<>(places);
        roles.keySet().removeAll(names);
        ForecastColumns.Model model = new ForecastColumns.Model(new ForecastModel(FORECAST, quantiles), units, names);
        return new ForecastColumns(
                roles, List.of(model), String.join(", ", roles.keySet()) + "; " + model.shown(), notes(), false);
    }

    private List<String> notes() {
        if (ignored.isEmpty()) {
            return List.of();
        }
        boolean quantiles =
                ignored.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).matches("[qp]?[\\d.,]+"));
        return List.of("columns not used: " + String.join(", ", ignored)
                + (quantiles ? " (a quantile is written as q0.05, above 0 and below 1)" : ""));
    }
}
