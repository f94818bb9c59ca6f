package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Catalog.Store;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.table.Tables;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a store or a product is. */
final class AttributeRows implements Rows {
    private static final Pattern REGION = Pattern.compile("\\b(?:which|what) region\\b");
    private static final Pattern TYPE = Pattern.compile("\\b(?:which|what) (?:format|type)\\b|\\btype of store\\b");
    private static final Pattern CITY = Pattern.compile("\\b(?:which|what) (?:city|town)\\b");
    private static final Pattern CATEGORY = Pattern.compile("\\b(?:which|what) category\\b");
    private static final Pattern BRAND = Pattern.compile("\\b(?:which|what) brand\\b");
    private static final Pattern FIRST = Pattern.compile("\\bfirst (?:sold|sales?)\\b");
    private static final Pattern LAST = Pattern.compile("\\blast (?:sold|sales?)\\b");

    @Override
    public String tables() {
        return "store, product";
    }

    @Override
    public List<Finding> look(Mentions named, Catalog catalog, Tables tables) throws SQLException {
        Finding finding = find(named, tables);
        return finding == null ? List.of() : List.of(finding);
    }

    private static @Nullable Finding find(Mentions named, Tables tables) throws SQLException {
        String rest = named.rest();
        if (named.stores().size() == 1
                && named.products().isEmpty()
                && named.dates().isEmpty()) {
            return ofStore(rest, named.stores().get(0));
        }
        if (named.products().size() != 1
                || !named.stores().isEmpty()
                || !named.dates().isEmpty()) {
            return null;
        }
        Product product = named.products().get(0);
        if (FIRST.matcher(rest).find() || LAST.matcher(rest).find()) {
            Period sold = tables.sold(product.sku());
            return sold == null ? null : ofDay(product, LAST.matcher(rest).find() ? sold.to() : sold.from());
        }
        return ofProduct(rest, product);
    }

    static @Nullable Finding ofStore(String rest, Store store) {
        String value = REGION.matcher(rest).find()
                ? store.region()
                : TYPE.matcher(rest).find() ? store.type() : CITY.matcher(rest).find() ? store.city() : null;
        return value == null
                ? null
                : Finding.of(
                        "It is " + value + ".",
                        new Clue(
                                "profile of store " + store.words() + ", region, format, city",
                                Scope.ofStore(store.code()),
                                List.of(),
                                List.of(value),
                                List.of()));
    }

    static @Nullable Finding ofProduct(String rest, Product product) {
        String value = CATEGORY.matcher(rest).find()
                ? product.category()
                : BRAND.matcher(rest).find() ? product.brand() : null;
        return value == null ? null : Finding.of("It is " + value + ".", clue(product, value));
    }

    static Clue clue(Product product, String value) {
        return new Clue(
                "product sheet " + product.words() + " article data, category, brand",
                Scope.ofProduct(product.sku()),
                List.of(),
                List.of(value),
                product.brand() == null ? List.of() : List.of(product.brand(), product.sku()));
    }

    private static Finding ofDay(Product product, LocalDate day) {
        return Finding.of(
                "It was " + Period.day(day) + ".",
                new Clue(
                        product.words() + " sale " + Period.day(day),
                        Scope.ofProduct(product.sku()),
                        List.of(day.toString()),
                        List.of(),
                        List.of()));
    }
}
