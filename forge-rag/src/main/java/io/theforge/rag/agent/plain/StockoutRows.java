package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Catalog.Store;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.table.Stockout;
import io.theforge.rag.agent.table.Tables;
import io.theforge.rag.agent.text.Dates;
import io.theforge.rag.agent.text.Forms;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The longest stockout of a store that began in a month. */
final class StockoutRows implements Rows {
    private static final Pattern ASKED =
            Pattern.compile("\\blongest stockout\\b|\\b(?:missing|out of stock) longest\\b");
    private static final Pattern PRODUCT = Pattern.compile(
            "^\\W*(?:which|what) (?:article|product|item)\\b(?!.*\\b(?:category|price|supplie[sr])\\b)");
    private static final Pattern LENGTH = Pattern.compile("\\bhow (?:many days|long)\\b");
    private static final Pattern START = Pattern.compile("^\\W*(?:on which day|when)\\b");

    @Override
    public String tables() {
        return "inventory_snapshot_daily";
    }

    @Override
    public List<Finding> look(Mentions named, Catalog catalog, Tables tables) throws SQLException {
        List<Dates.Named> months =
                named.dates().stream().filter(Dates.Named::isMonth).toList();
        if (!ASKED.matcher(named.rest()).find() || named.stores().size() != 1 || months.size() != 1) {
            return List.of();
        }
        Store store = named.stores().get(0);
        Period month = Period.of(months.get(0).month());
        String query = "stock report " + store.words() + " " + month.words() + ", longest stockout";
        List<Finding> findings = new ArrayList<>();
        for (Stockout stockout : tables.longestStockouts(store.code(), month)) {
            Product product = catalog.product(stockout.sku());
            if (product != null) {
                findings.add(finding(named.rest(), product, stockout, query, store));
            }
        }
        return findings;
    }

    private static Finding finding(String rest, Product product, Stockout stockout, String query, Store store) {
        Clue clue = new Clue(
                query,
                new Scope(store.code(), product.sku(), null, null),
                List.of(stockout.start().toString()),
                List.of(),
                List.of());
        if (PRODUCT.matcher(rest).find()) {
            return Finding.of("It was " + product.words() + ".", clue);
        }
        if (LENGTH.matcher(rest).find()) {
            return Finding.of("It was " + Forms.amount(BigDecimal.valueOf(stockout.days()), "days") + ".", clue);
        }
        return START.matcher(rest).find()
                ? Finding.of("It was " + Period.day(stockout.start()) + ".", clue)
                : new Finding("", List.of(clue), null, null, product);
    }
}
