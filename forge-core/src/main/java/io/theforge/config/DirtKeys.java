package io.theforge.config;

import io.theforge.config.model.DirtKind;
import io.theforge.config.model.DirtRule;
import io.theforge.config.yaml.YamlLocation;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** The key {@code dirt} and the keys of its rows: what is spoiled in the files of an export. It is no part of the dataset. */
final class DirtKeys {
    private static final Key<DirtRule, DirtKind> KIND =
            Key.required("kind", new Choice<>(DirtKind.class), DirtRule::kind, "what is wrong");
    private static final Key<DirtRule, Double> RATE = Key.required(
            "rate",
            NumberType.PROBABILITY,
            DirtRule::rate,
            "share of the rows that the kind is for; of a store's days or of files, where it spoils those");
    private static final Key<DirtRule, String> TABLE =
            Key.optional("table", new TextType(100), DirtRule::table, "only this table");
    private static final Key<DirtRule, String> COLUMN =
            Key.optional("column", new TextType(100), DirtRule::column, "only this column");
    private static final Key<DirtRule, List<String>> STORES = codes("stores", "store codes", DirtRule::stores);
    private static final Key<DirtRule, List<String>> PRODUCTS = codes("products", "SKUs", DirtRule::products);
    private static final Key<DirtRule, LocalDate> START =
            Key.optional("start", new DayType(), DirtRule::start, "first day");
    private static final Key<DirtRule, LocalDate> END = Key.optional("end", new DayType(), DirtRule::end, "last day");

    static final Key<ConfigFile, List<DirtRule>> DIRT = Key.optional(
            "dirt",
            new RowsType<>(
                    List.of(KIND, RATE, TABLE, COLUMN, STORES, PRODUCTS, START, END),
                    DirtKeys::rule,
                    rule -> null,
                    "kinds such as {kind: quantity_negative, rate: 0.01}"),
            ConfigFile::dirt,
            "what forge export --dirty FILE spoils in the files; no part of the dataset");

    /** All that a file for {@code --dirty} has. */
    static final List<Key<?, ?>> FILE = List.of(DIRT);

    private DirtKeys() {}

    private static Key<DirtRule, List<String>> codes(String name, String what, Function<DirtRule, List<String>> of) {
        return new Key<>(
                name,
                ListType.distinct(new TextType(100), what),
                List.of(),
                false,
                rule -> of.apply(rule).isEmpty() ? null : of.apply(rule),
                "only these " + what);
    }

    private static DirtRule rule(Values values, Node node, YamlLocation location) {
        LocalDate start = values.find(START);
        LocalDate end = values.find(END);
        if (start != null && end != null && end.isBefore(start)) {
            throw location.wrong(
                    node,
                    location.path() + " ends on " + end + ", before its start " + start,
                    "give an end on or after the start");
        }
        return new DirtRule(
                values.get(KIND),
                values.get(RATE),
                values.find(TABLE),
                values.find(COLUMN),
                values.get(STORES),
                values.get(PRODUCTS),
                start,
                end,
                location.lineAndColumn(node));
    }
}
