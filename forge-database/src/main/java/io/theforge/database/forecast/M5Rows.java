package io.theforge.database.forecast;

import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A submission to the M5 competition as rows of the long format: of each series a line with {@code id} and the forecasts of 28 days, F1 to F28.
 * {@code SKU_STORE_evaluation} is of the dataset's last 28 days, {@code SKU_STORE_validation} of the 28 before.
 */
final class M5Rows implements TextRows {
    private static final int DAYS = 28;
    private static final String ID = "id";
    private static final String DAY = "[Ff]\\d+";
    private static final List<String> NAMES =
            List.of(LongColumns.ID, LongColumns.DATE, ForecastColumns.CUTOFF, "submission");
    private static final String KIND = "_(evaluation|validation)";
    private static final Pattern PAIR = Pattern.compile("(.+_.+)" + KIND);
    private static final Pattern QUANTILE = Pattern.compile(".+_[01][.]\\d+" + KIND);

    private final TextRows wide;
    private final String shown;
    private final Plan plan;
    private final @Nullable LocalDate cutoff;
    private final List<Integer> places = new ArrayList<>();
    private List<Integer> selected = List.of();
    private int lead = DAYS;
    private String series = "";
    private LocalDate lastKnown;
    private @Nullable String onlyKind;

    private M5Rows(TextRows wide, String shown, Plan plan, @Nullable LocalDate cutoff) {
        this.wide = wide;
        this.shown = shown;
        this.plan = plan;
        this.cutoff = cutoff;
        lastKnown = LocalDate.ofEpochDay(plan.epochDay(0));
        List<String> lower =
                wide.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        places.add(lower.indexOf(ID));
        for (int day = 1; day <= DAYS; day++) {
            int place = lower.indexOf("f" + day);
            if (place < 0 || place != lower.lastIndexOf("f" + day)) {
                throw exactly(place < 0 ? "there is no column F" + day : "the column F" + day + " is there twice");
            }
            places.add(place);
        }
        if (lower.contains("f" + (DAYS + 1))) {
            throw exactly("there is a column F" + (DAYS + 1));
        }
        wide.select(places);
    }

    private ForecastFileException exactly(String wrong) {
        return new ForecastFileException(
                shown,
                wrong,
                "a submission to the M5 has id and F1 to F28; of another horizon write unique_id, ds and one column"
                        + " for each model");
    }

    /** The rows of a submission, or the rows as they are where it is none. */
    static TextRows of(TextRows rows, String shown, Plan plan, @Nullable LocalDate cutoff) {
        List<String> names = rows.names();
        boolean isWide = names.stream().anyMatch(name -> name.equalsIgnoreCase(ID))
                && names.stream().anyMatch(name -> name.matches(DAY));
        List<String> others = names.stream()
                .filter(name -> !name.isEmpty() && !name.matches(DAY))
                .toList();
        if (!isWide && others.size() == 1 && names.size() > DAYS) {
            String id = others.get(0);
            throw new ForecastFileException(
                    shown,
                    "there are F1 to F28, as in the M5, and no column id",
                    "rename " + id + " to id" + new Conversion(shown, rows, plan).renaming(id, ID));
        }
        return isWide ? new M5Rows(rows, shown, plan, cutoff) : rows;
    }

    @Override
    public String format() {
        return wide.format();
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void select(List<Integer> columns) {
        selected = columns;
    }

    @Override
    public boolean next() {
        if (lead < DAYS) {
            lead++;
            return true;
        }
        if (!wide.next()) {
            return false;
        }
        lead = 1;
        begin(wide.needed(0, ID));
        return true;
    }

    private void begin(String id) {
        Matcher pair = PAIR.matcher(id);
        if (QUANTILE.matcher(id).matches()) {
            throw wrong(
                    id,
                    "a quantile of the M5's second part",
                    "write quantiles as columns of the long format: unique_id, ds, model, model-lo-90, model-hi-90");
        }
        if (!pair.matches()) {
            throw wrong(
                    id, "no series", "write ids as SKU_STORE_evaluation or SKU_STORE_validation, such as " + example());
        }
        String kind = pair.group(2);
        if (cutoff != null && onlyKind != null && !onlyKind.equals(kind)) {
            throw wrong(
                    id,
                    "beside ids that end in _" + onlyKind + ", and --cutoff can be that of one kind alone",
                    "leave one kind out, or --cutoff");
        }
        onlyKind = kind;
        series = unique(pair.group(1));
        int before = kind.equals("evaluation") ? DAYS : 2 * DAYS;
        lastKnown = cutoff == null
                ? LocalDate.ofEpochDay(plan.epochDay(plan.days() - 1)).minusDays(before)
                : cutoff;
    }

    private String example() {
        return plan.products().get(0).sku() + "_" + plan.stores().get(0).code() + "_evaluation";
    }

    private ForecastFileException wrong(String id, String what, String remedy) {
        return new ForecastFileException(wide.place(wide.line(0)), "id is \"" + id + "\", " + what, remedy);
    }

    /** "STORE/SKU" of "SKU_STORE". Both may have underscores of their own: where it parts is where both are known. */
    private String unique(String pair) {
        int last = pair.lastIndexOf('_');
        for (int at = last; at > 0; at = pair.lastIndexOf('_', at - 1)) {
            String sku = pair.substring(0, at);
            String store = pair.substring(at + 1);
            if (plan.stores().stream().anyMatch(each -> each.code().equals(store))
                    && plan.products().stream().anyMatch(each -> each.sku().equals(sku))) {
                return store + "/" + sku;
            }
        }
        return pair.substring(last + 1) + "/" + pair.substring(0, last);
    }

    @Override
    public @Nullable String value(int i) {
        return switch (selected.get(i)) {
            case 0 -> series;
            case 1 -> lastKnown.plusDays(lead).toString();
            case 2 -> lastKnown.toString();
            default -> wide.value(lead);
        };
    }

    @Override
    public String title(int i, String column) {
        return selected.get(i) == NAMES.size() - 1 ? "F" + lead : column;
    }

    @Override
    public String understood(String columns) {
        return "id = SKU_STORE and "
                + (cutoff == null
                        ? "_evaluation, the last 28 days of the dataset, or _validation, the 28 before"
                        : "the 28 days after " + cutoff)
                + "; F1 to F28 = the days";
    }

    @Override
    public long line() {
        return wide.line();
    }

    @Override
    public long line(int i) {
        return wide.line(selected.get(i) == NAMES.size() - 1 ? lead : 0);
    }

    @Override
    public String place(long line) {
        return wide.place(line);
    }

    @Override
    public boolean endsWithinLine() {
        return wide.endsWithinLine();
    }

    @Override
    public void close() {
        wide.close();
    }
}
