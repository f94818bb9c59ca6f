package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.ToolCall;
import io.theforge.rag.agent.question.Need;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Figure;
import io.theforge.rag.agent.table.FigureQuery;
import io.theforge.rag.agent.table.Metric;
import io.theforge.rag.agent.table.Tables;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures that the tables have for what an answer needs. */
final class Figures {
    private final Tables tables;
    private final Catalog catalog;
    private final List<ToolCall> calls = new ArrayList<>();

    Figures(Tables tables, Catalog catalog) {
        this.tables = tables;
        this.catalog = catalog;
    }

    /** Returns the figure of each; null where the tables have none. */
    List<@Nullable BigDecimal> of(List<Need> needs) throws SQLException {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (Need need : needs) {
            values.add(of(need));
        }
        return values;
    }

    private @Nullable BigDecimal of(Need need) throws SQLException {
        Metric metric = need.topic().metric();
        if (metric != null && need.period() != null) {
            List<Figure> figures = tables.figures(new FigureQuery(metric, need.scope(), need.period(), null));
            BigDecimal value =
                    figures.isEmpty() ? null : plain(metric, figures.get(0).value());
            tell(metric.words(), need, value);
            return value;
        }
        Product product =
                need.scope().sku() == null ? null : catalog.product(need.scope().sku());
        if (product == null) {
            return null;
        }
        BigDecimal price = switch (need.topic()) {
            case BASE_PRICE -> product.basePrice();
            case BASE_COST -> product.baseCost();
            case REGULAR_PRICE ->
                tables.regularPrice(
                        product.sku(),
                        need.scope().store(),
                        Objects.requireNonNull(need.period()).from());
            default -> null;
        };
        tell(need.topic().words(), need, price);
        return price;
    }

    /** Counts have no decimals. */
    private static BigDecimal plain(Metric metric, BigDecimal value) {
        return metric == Metric.REVENUE ? value : value.setScale(0, java.math.RoundingMode.UNNECESSARY);
    }

    private void tell(String what, Need need, @Nullable BigDecimal value) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("figure", what);
        put(arguments, "store", need.scope().store());
        put(arguments, "sku", need.scope().sku());
        put(arguments, "category", need.scope().category());
        put(arguments, "region", need.scope().region());
        put(arguments, "period", need.period() == null ? null : need.period().words());
        calls.add(new ToolCall("query_tables", arguments, value == null ? "nothing" : value.toPlainString()));
    }

    private static void put(Map<String, Object> arguments, String name, @Nullable String value) {
        if (value != null) {
            arguments.put(name, value);
        }
    }

    List<ToolCall> calls() {
        return List.copyOf(calls);
    }
}
