package io.theforge.database.forecast;

import io.theforge.oracle.forecast.ForecastModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which column of a file is which.
 *
 * @param roles places of the columns that are no model's, by their names here: those of {@link OwnColumns} or of {@link LongColumns}
 * @param models in the order of the file
 * @param understood how the columns are understood, in one line
 * @param notes what else is to be known of them, one line each
 * @param ofTools whether forecasting tools write such files, whose numbers may be below 0
 */
record ForecastColumns(
        Map<String, Integer> roles, List<Model> models, String understood, List<String> notes, boolean ofTools) {
    static final String CUTOFF = "cutoff";
    static final String FINGERPRINT = "fingerprint";

    /** @param places of its forecast and of its quantiles in turn @param names of these columns, as they are called in messages */
    record Model(ForecastModel model, List<Integer> places, List<String> names) {
        /** "AutoETS with quantiles 0.05, 0.95". */
        String shown() {
            List<Double> quantiles = model.quantiles();
            return model.name()
                    + (quantiles.isEmpty()
                            ? ""
                            : " with quantile" + (quantiles.size() > 1 ? "s " : " ")
                                    + quantiles.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    /** Finds out which of the layouts it is. @throws ForecastFileException when it is none */
    static ForecastColumns of(String shown, List<String> names, Conversion conversion) {
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        boolean isLong = lower.contains(LongColumns.ID) || lower.contains(LongColumns.DATE);
        return isLong && !lower.contains(OwnColumns.STORE)
                ? new LongColumns(shown, names, conversion).columns()
                : new OwnColumns(shown, names, conversion).columns();
    }

    /** Of all columns that are read, those that are no model's first. */
    List<Integer> places() {
        List<Integer> places = new ArrayList<>(roles.values());
        models.forEach(model -> places.addAll(model.places()));
        return places;
    }

    /** Where among the {@link #places} a column is; -1 where there is none. */
    int indexOf(String role) {
        return new ArrayList<>(roles.keySet()).indexOf(role);
    }

    /** The names of the models' columns, in the order of their numbers. */
    List<String> unitNames() {
        return models.stream().flatMap(model -> model.names().stream()).toList();
    }
}
