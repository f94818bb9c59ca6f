package io.theforge.database.forecast;

import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The commands that make a file of other columns one that can be read, as far as the names of its columns and the values of its first row
 * tell what they are. Each is the second line of a remedy; what is only known to people stands in it in capitals, and is named.
 */
final class Conversion {
    private static final Pattern ID = Pattern.compile("unique_id|(item|series|ts)_?id|id|series");
    private static final Pattern STORE = Pattern.compile(".*(store|shop|branch|location).*");
    private static final Pattern SKU = Pattern.compile(".*(sku|product|item|article).*");
    private static final Pattern DAY = Pattern.compile("ds|.*(date|day|time).*");
    private static final Pattern UNITS = Pattern.compile(".*(forecast|hat|pred|mean|units|quantity|value|target).*");
    /** Numbers of a file of forecasts that are none. */
    private static final Pattern NO_FORECAST =
            Pattern.compile("y|index|unnamed: 0|.*(actual|sold|sales|demand|price|promo|stock).*");

    private static final Pattern MODEL =
            Pattern.compile("[.]?(model|method|algorithm|forecaster|estimator|variable)s?([_.]?(name|id))?");
    private static final List<String> KEPT = List.of(ForecastColumns.CUTOFF, ForecastColumns.FINGERPRINT);

    private final String shown;
    private final TextRows rows;
    private final WrittenDates dates;
    private final List<String> left = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private List<@Nullable String> first = List.of();

    /** @param shown the file as it was given */
    Conversion(String shown, TextRows rows, Plan plan) {
        this.shown = shown;
        this.rows = rows;
        dates = new WrittenDates(plan);
    }

    /** Returns how a file becomes one of the long format; it reads its next row, so that nobody may read on. */
    String toLong() {
        first = nextRow();
        left.addAll(rows.names());
        List<String> kept = KEPT.stream().flatMap(role -> named(role).stream()).toList();
        left.removeAll(kept);
        String id = id();
        String day = day();
        String model = take(MODEL, this::isText);
        if (id == null) {
            String store = take(STORE, any -> true);
            String sku = take(SKU, any -> true);
            id = column(store, "STORE") + " || '/' || " + column(sku, "SKU");
        }
        String keys = renamed(id, LongColumns.ID) + ", " + day
                + kept.stream().map(name -> ", " + DuckDbCommand.column(name)).collect(Collectors.joining());
        List<String> units = units();
        if (model != null && !units.isEmpty()) {
            return command(pivot(keys, DuckDbCommand.column(model), DuckDbCommand.column(units.get(0))));
        }
        String forecasts = units.isEmpty()
                ? column(null, "UNITS") + " AS model"
                : units.stream().map(DuckDbCommand::column).collect(Collectors.joining(", "));
        return command("SELECT " + keys + ", " + forecasts + " FROM " + file());
    }

    /** Returns how rows that name their model become columns. @param keys of a row of the long format, as SQL */
    String toColumns(String keys, String model, String units) {
        return command(pivot(keys, DuckDbCommand.column(model), DuckDbCommand.column(units)));
    }

    /** Returns how columns are left out. */
    String without(List<String> columns) {
        return command("SELECT * EXCLUDE ("
                + columns.stream().map(DuckDbCommand::column).collect(Collectors.joining(", ")) + ") FROM " + file());
    }

    /** Returns how a column gets another name. */
    String renaming(String name, String other) {
        String column = DuckDbCommand.column(name);
        return command("SELECT " + column + " AS " + other + ", * EXCLUDE (" + column + ") FROM " + file());
    }

    /** Returns how dates become year-month-day; empty where nobody knows how they are written. @param texts by column */
    String ofDates(Map<String, String> texts) {
        List<String> replaced = new ArrayList<>();
        texts.forEach((name, text) -> {
            String column = DuckDbCommand.column(name);
            String sql = WrittenDates.isIso(text) ? null : dates.sql(asText(column), text);
            if (sql != null) {
                replaced.add(sql + " AS " + column);
            }
        });
        return replaced.isEmpty()
                ? ""
                : command("SELECT * REPLACE (" + String.join(", ", replaced) + ") FROM " + file());
    }

    /** Whether rows may name their model in such a column. */
    static boolean namesModels(String column) {
        return MODEL.matcher(column.toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isNumber(@Nullable String value) {
        return value != null
                && value.matches("[-+]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][-+]?\\d+)?|[-+]?(?i:nan|inf|infinity)");
    }

    private String pivot(String keys, String model, String units) {
        return "PIVOT (SELECT " + keys + ", " + model + ", " + units + " FROM " + file() + ") ON " + model
                + " USING first(" + units + ")";
    }

    /** CSV is read as text. */
    private String asText(String column) {
        return rows.format().equals("parquet") ? "CAST(" + column + " AS VARCHAR)" : column;
    }

    private String command(String sql) {
        String words = unknown.isEmpty() ? "" : ", with what you have in place of " + String.join(" and ", unknown);
        return "; DuckDB converts it" + words + ":\n  " + DuckDbCommand.of(sql);
    }

    private String file() {
        boolean isPiped = shown.equals("-");
        if (isPiped) {
            unknown.add("FILE");
        }
        return DuckDbCommand.rows(isPiped ? "FILE" : shown, rows.format());
    }

    /** Its values by the places of the columns; none where there is none, or it is not as the header is. */
    private List<@Nullable String> nextRow() {
        int columns = rows.names().size();
        try {
            rows.select(IntStream.range(0, columns).boxed().toList());
            List<@Nullable String> values = new ArrayList<>();
            if (rows.next()) {
                for (int i = 0; i < columns; i++) {
                    values.add(rows.value(i));
                }
            }
            return values;
        } catch (ForecastFileException e) {
            return List.of();
        }
    }

    private @Nullable String value(String name) {
        return first.isEmpty() ? null : first.get(rows.names().indexOf(name));
    }

    private boolean isText(String name) {
        String value = value(name);
        return value != null && !isNumber(value) && !dates.isDate(value);
    }

    private interface Fits {
        boolean test(String name);
    }

    /** Takes the first column whose name and values are such; null where there is none. */
    private @Nullable String take(Pattern pattern, Fits values) {
        for (String name : left) {
            if (pattern.matcher(name.toLowerCase(Locale.ROOT)).matches() && values.test(name)) {
                left.remove(name);
                return name;
            }
        }
        return null;
    }

    private List<String> named(String role) {
        return left.stream().filter(role::equalsIgnoreCase).limit(1).toList();
    }

    /** A pair of store and product in one column; null where none holds one. */
    private @Nullable String id() {
        Pattern any = Pattern.compile(".*", Pattern.DOTALL);
        String whole = first.isEmpty()
                ? take(ID, name -> true)
                : take(any, name -> isText(name) && String.valueOf(value(name)).indexOf('/') > 0);
        return whole == null ? null : DuckDbCommand.column(whole);
    }

    private String day() {
        Fits isDate = name -> {
            String text = value(name);
            return text != null && dates.isDate(text);
        };
        String name = take(DAY, isDate);
        name = name == null ? take(Pattern.compile(".*"), isDate) : name;
        name = name == null ? take(DAY, any -> true) : name;
        String column = column(name, "DAY");
        String text = name == null ? null : value(name);
        String sql = text == null || WrittenDates.isIso(text) ? null : dates.sql(asText(column), text);
        return renamed(sql == null ? column : sql, LongColumns.DATE);
    }

    /** The columns that are forecasts, as far as can be seen. */
    private List<String> units() {
        if (first.isEmpty()) {
            String name = take(UNITS, any -> true);
            return name != null ? List.of(name) : left.stream().limit(1).toList();
        }
        return left.stream()
                .filter(name -> !name.isEmpty()
                        && isNumber(value(name))
                        && !NO_FORECAST.matcher(name.toLowerCase(Locale.ROOT)).matches())
                .toList();
    }

    private String column(@Nullable String name, String otherwise) {
        if (name == null) {
            unknown.add(otherwise);
            return otherwise;
        }
        return DuckDbCommand.column(name);
    }

    private static String renamed(String sql, String name) {
        return sql.equals(name) ? name : sql + " AS " + name;
    }
}
