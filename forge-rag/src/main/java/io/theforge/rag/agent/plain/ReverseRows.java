package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.question.Need;
import io.theforge.rag.agent.question.Planner;
import io.theforge.rag.agent.question.Topic;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Store;
import io.theforge.rag.agent.table.Figure;
import io.theforge.rag.agent.table.FigureQuery;
import io.theforge.rag.agent.table.Grouping;
import io.theforge.rag.agent.table.Metric;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.table.Tables;
import io.theforge.rag.agent.text.Amount;
import io.theforge.rag.agent.text.Amounts;
import io.theforge.rag.agent.text.Dates;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which store has a figure that is given, and what that store is. */
final class ReverseRows implements Rows {
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:the|which|one|what) store (?:that|which|whose|sold|made|had|took)\\b");

    @Override
    public String tables() {
        return "sales_daily, inventory_snapshot_daily";
    }

    @Override
    public List<Finding> look(Mentions named, Catalog catalog, Tables tables) throws SQLException {
        Finding finding = find(named, catalog, tables);
        return finding == null ? List.of() : List.of(finding);
    }

    private static @Nullable Finding find(Mentions named, Catalog catalog, Tables tables) throws SQLException {
        List<Amount> amounts = Amounts.in(named.rest());
        if (!ASKED.matcher(named.rest()).find()
                || !named.stores().isEmpty()
                || amounts.size() != 1
                || named.dates().size() != 1) {
            return null;
        }
        Amount amount = amounts.get(0);
        Dates.Named date = named.dates().get(0);
        Period period = Planner.period(date);
        Topic topic = amount.unit().equals("USD") || named.rest().contains("revenue")
                ? Topic.REVENUE
                : amount.unit().equals("days") ? Topic.STOCKOUT_DAYS : Topic.UNITS;
        Metric metric = topic.metric();
        if (metric == null) {
            return null;
        }
        List<Store> fit = tables.figures(new FigureQuery(metric, Scope.ALL, period, Grouping.STORE)).stream()
                .filter(figure -> amount.is(figure.value()))
                .map(Figure::key)
                .map(catalog::store)
                .toList();
        Store store = fit.size() == 1 ? fit.get(0) : null;
        if (store == null) {
            return null;
        }
        Need need = new Need(topic, Scope.ofStore(store.code()), period, "");
        Finding attribute = AttributeRows.ofStore(named.rest(), store);
        return attribute == null
                ? new Finding("It was " + store.words() + ".", List.of(), need, amount.value(), null)
                : new Finding(attribute.text(), attribute.clues(), need, amount.value(), null);
    }
}
