package io.theforge.documents.shop;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Empty shelves. */
public final class StockFacts {
    private final Shop shop;
    private final Months months;
    private final Tally tally;

    StockFacts(Shop shop, Tally tally) {
        this.shop = shop;
        months = shop.months();
        this.tally = tally;
    }

    /** Returns on how many days of a month articles of a store ended with nothing on hand, added up over the articles. */
    public Fact daysOf(Store store, int month) {
        int days = tally.storeStockoutDays[store.index() * months.count() + month];
        return days(Shop.subject(store), "t.code = " + Sql.text(store.code()), days, month);
    }

    /** Returns the same of a product, added up over the stores. */
    public Fact daysOf(Product product, int month) {
        int days = tally.productStockoutDays[product.index() * months.count() + month];
        return days(Shop.subject(product), "p.sku = " + Sql.text(product.sku()), days, month);
    }

    /** Returns the longest stockout in a store that began in a month; null where none began. */
    public @Nullable Stockout longest(Store store, int month) {
        return tally.longest[store.index() * months.count() + month];
    }

    public Fact product(Stockout stockout) {
        return longest(
                stockout,
                Measures.STOCKOUT_PRODUCT,
                "sku",
                Value.of(productOf(stockout).sku()));
    }

    public Fact firstDay(Stockout stockout) {
        return longest(stockout, Measures.STOCKOUT_START, "first_day", Value.of(months.date(stockout.firstDay())));
    }

    public Fact length(Stockout stockout) {
        return longest(stockout, Measures.STOCKOUT_LENGTH, "days", Value.of(stockout.days()));
    }

    /** Returns the cause that the model has: shelves run empty only where a delivery comes short or late. */
    public Fact cause(Stockout stockout) {
        String month = months.key(months.of(stockout.firstDay()));
        Subject subject = Shop.subject(shop.stores().get(stockout.storeIndex()), productOf(stockout));
        return new Fact(Measures.CAUSE, subject, month, Value.of("short delivery"), null);
    }

    public Product productOf(Stockout stockout) {
        return shop.products().get(stockout.productIndex());
    }

    private Fact days(Subject subject, String where, int days, int month) {
        LocalDate from = months.date(months.firstDay(month));
        LocalDate to = months.date(months.lastDay(month));
        return new Fact(
                Measures.STOCKOUT_DAYS, subject, months.key(month), Value.of(days), Sql.stockoutDays(where, from, to));
    }

    private Fact longest(Stockout stockout, Measure measure, String column, Value value) {
        Store store = shop.stores().get(stockout.storeIndex());
        int month = months.of(stockout.firstDay());
        String sql = Sql.longestStockout(
                column, store.code(), months.date(months.firstDay(month)), months.date(months.lastDay(month)));
        return new Fact(measure, Shop.subject(store), months.key(month), value, sql);
    }
}
