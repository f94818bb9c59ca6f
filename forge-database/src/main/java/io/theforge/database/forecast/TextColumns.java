package io.theforge.database.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns beside those of models that hold words: they are no forecasts, and one of them may name the model of its row. */
final class TextColumns {
    private TextColumns() {}

    /**
     * Looks at the first row.
     *
     * @param row the file, at its first row
     * @throws ForecastFileException where some of the models' columns hold words and others numbers
     */
    static void refuse(TextRows row, String shown, ForecastColumns columns, Conversion conversion) {
        List<String> names = columns.unitNames();
        int firstUnit = columns.roles().size();
        List<String> texts = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String value = row.value(firstUnit + i);
            if (value != null) {
                (Conversion.isNumber(value) ? numbers : texts).add(names.get(i));
            }
        }
        if (texts.isEmpty() || numbers.isEmpty()) {
            return;
        }
        String model =
                texts.stream().filter(Conversion::namesModels).findFirst().orElse(null);
        if (model != null && numbers.size() == 1) {
            String keys = Stream.of(
                            LongColumns.ID, LongColumns.DATE, ForecastColumns.CUTOFF, ForecastColumns.FINGERPRINT)
                    .filter(columns.roles()::containsKey)
                    .collect(Collectors.joining(", "));
            throw new ForecastFileException(
                    shown,
                    "each row is of one model, which the column " + model + " names, and the models are to be columns",
                    "write a column for each model" + conversion.toColumns(keys, model, numbers.get(0)));
        }
        throw new ForecastFileException(
                shown,
                (texts.size() == 1 ? "the column " : "the columns ") + String.join(", ", texts)
                        + (texts.size() == 1 ? " is text" : " are text") + ", which is no forecast",
                (texts.size() == 1 ? "leave it out" : "leave them out") + conversion.without(texts));
    }
}
