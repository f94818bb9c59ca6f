package io.theforge.rag.agent.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.theforge.rag.agent.DatasetReader;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Figure;
import io.theforge.rag.agent.table.FigureQuery;
import io.theforge.rag.agent.table.Grouping;
import io.theforge.rag.agent.table.Metric;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.table.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The typed queries on the tables, as a model calls them. */
final class TableTools {
    private static final int MAX_ROWS = 60;
    private static final String DAY = "a day such as 2024-01-31";
    private static final String STORE = "a store's code";
    private static final String SKU = "a product's SKU";

    private TableTools() {}

    static List<Tool> of(DatasetReader dataset) {
        return List.of(
                tool(
                        dataset,
                        "find_stores_and_products",
                        "Lists stores and products of which code, name, region, city, category or brand holds the words",
                        schema().addStringProperty("words", "part of a name; empty for all")
                                .build(),
                        TableTools::named),
                tool(
                        dataset,
                        "sum",
                        "Sums units sold, revenue or stockout days over days, by store, region, product, category or month if wanted",
                        days(schema().addEnumProperty("metric", words(Metric.values())))
                                .addStringProperty("store", STORE + "; leave it out for all")
                                .addStringProperty("sku", SKU + "; leave it out for all")
                                .addStringProperty("category", "leave it out for all")
                                .addStringProperty("region", "leave it out for all")
                                .addEnumProperty("by", words(Grouping.values()), "leave it out for one sum")
                                .required("metric", "from", "to")
                                .build(),
                        TableTools::sum),
                tool(
                        dataset,
                        "regular_price",
                        "Returns the regular price of a product on a day",
                        schema().addStringProperty("sku", SKU)
                                .addStringProperty("store", STORE + "; leave it out for the chain's price")
                                .addStringProperty("day", DAY)
                                .required("sku", "day")
                                .build(),
                        (arguments, tables) -> one(tables.regularPrice(
                                arguments.needed("sku"), arguments.text("store"), arguments.day("day")))),
                tool(
                        dataset,
                        "promotions",
                        "Lists the promotions of a product that begin within some days",
                        days(schema().addStringProperty("sku", SKU))
                                .required("sku", "from", "to")
                                .build(),
                        (arguments, tables) -> rows(tables.promotions(arguments.needed("sku"), arguments.period()))),
                tool(
                        dataset,
                        "longest_stockouts",
                        "Lists the longest stockouts of a store that begin within some days",
                        days(schema().addStringProperty("store", STORE))
                                .required("store", "from", "to")
                                .build(),
                        (arguments, tables) ->
                                rows(tables.longestStockouts(arguments.needed("store"), arguments.period()))),
                tool(
                        dataset,
                        "first_and_last_sale",
                        "Returns the first and the last day on which a product was sold",
                        schema().addStringProperty("sku", SKU).required("sku").build(),
                        (arguments, tables) -> one(tables.sold(arguments.needed("sku")))),
                tool(
                        dataset,
                        "holidays",
                        "Lists the holidays of the calendar",
                        schema().build(),
                        (arguments, tables) -> rows(tables.holidays())));
    }

    private static JsonObjectSchema.Builder schema() {
        return JsonObjectSchema.builder();
    }

    private static JsonObjectSchema.Builder days(JsonObjectSchema.Builder schema) {
        return schema.addStringProperty("from", DAY).addStringProperty("to", "the last day, included: " + DAY);
    }

    private static List<String> words(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Tool tool(
            DatasetReader dataset, String name, String meaning, JsonObjectSchema arguments, Tool.Lookup lookup) {
        return new Tool(
                ToolSpecification.builder()
                        .name(name)
                        .description(meaning)
                        .parameters(arguments)
                        .build(),
                lookup,
                dataset);
    }

    private static Tool.Found named(Arguments arguments, Tables tables) throws SQLException {
        String words = Objects.requireNonNullElse(arguments.text("words"), "").toLowerCase(Locale.ROOT);
        Catalog catalog = tables.catalog();
        List<Object> found = new ArrayList<>();
        catalog.stores().stream()
                .filter(store -> holds(words, store.code(), store.name(), store.region(), store.city()))
                .forEach(found::add);
        catalog.products().stream()
                .filter(product -> holds(words, product.sku(), product.name(), product.category(), product.brand()))
                .forEach(found::add);
        return rows(found);
    }

    private static boolean holds(String words, @Nullable String... texts) {
        return Stream.of(texts)
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(words));
    }

    private static Tool.Found sum(Arguments arguments, Tables tables) throws SQLException {
        Metric metric = arguments.word("metric", Metric.class);
        if (metric == null) {
            throw new IllegalArgumentException("metric is missing");
        }
        Scope scope = new Scope(
                arguments.text("store"), arguments.text("sku"), arguments.text("category"), arguments.text("region"));
        Grouping by = arguments.word("by", Grouping.class);
        List<Figure> figures = tables.figures(new FigureQuery(metric, scope, arguments.period(), by));
        return rows(figures, Map.of("unit", metric.unit()));
    }

    private static Tool.Found one(@Nullable Object value) {
        return rows(value == null ? List.of() : List.of(value));
    }

    private static Tool.Found rows(List<?> rows) {
        return rows(rows, Map.of());
    }

    /** Few rows, and how many there are. */
    private static Tool.Found rows(List<?> rows, Map<String, Object> more) {
        Map<String, Object> json = new LinkedHashMap<>(more);
        json.put("rows", rows.subList(0, Math.min(rows.size(), MAX_ROWS)));
        if (rows.size() > MAX_ROWS) {
            json.put("left_out", rows.size() - MAX_ROWS);
        }
        return new Tool.Found(json, rows.size());
    }
}
