package io.theforge.export.dirt.kind;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.row.Role;
import io.theforge.export.dirt.row.RowValues;
import io.theforge.export.dirt.row.Spoiling;
import io.theforge.export.dirt.row.TableShape;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What can be wrong with quantities, prices and stock. */
final class SaleKinds {
    static final Predicate<TableShape> SALES = shape -> shape.has(Role.QUANTITY);
    static final Predicate<TableShape> STOCK = shape -> shape.has(Role.ON_HAND);
    static final String IN_SALES = "sales";
    static final String IN_STOCK = "stock";
    private static final int CASE_UNITS = 12;
    private static final int ABSURD = 1_000_000;

    static final List<Kind> ALL = List.of(
            quantity(
                    DirtKind.QUANTITY_NEGATIVE,
                    "a quantity below zero",
                    (row, of) -> of.integer(-Math.max(1, units(row)))),
            quantity(DirtKind.QUANTITY_FRACTIONAL, "half a unit in a quantity", (row, of) -> of.real(units(row) + 0.5))
                    .in(Kind.TEXT),
            quantity(
                    DirtKind.QUANTITY_ABSURD, "a million units too many", (row, of) -> of.integer(ABSURD + units(row))),
            quantity(DirtKind.QUANTITY_MISSING, "no quantity", (row, of) -> of.nothing()),
            price(DirtKind.PRICE_NEGATIVE, "a price below zero", (row, of) -> of.cents(-Math.max(1, cents(row)))),
            price(
                            DirtKind.PRICE_THREE_DECIMALS,
                            "a price with three decimals",
                            (row, of) -> of.real(
                                    BigDecimal.valueOf(cents(row) * 10 + 5, 3).doubleValue()))
                    .in(Kind.TEXT),
            price(
                            DirtKind.PRICE_DECIMAL_COMMA,
                            "a price with a comma for the point, as text",
                            (row, of) -> of.text(amount(row).replace('.', ',')))
                    .in(Kind.TEXT),
            price(
                            DirtKind.PRICE_CURRENCY_SIGN,
                            "a price behind a dollar sign, as text",
                            (row, of) -> of.text("$" + amount(row)))
                    .in(Kind.TEXT),
            price(DirtKind.PRICE_MISSING, "no price", (row, of) -> of.nothing()),
            Kind.cells(
                    DirtKind.TOTAL_MISMATCH,
                    "a total that is not quantity times price",
                    Kind.ANY,
                    shape -> shape.has(Role.TOTAL),
                    IN_SALES,
                    row -> with(row, Role.TOTAL, (of, total) -> of.cents(total + 100L * (1 + row.below(1, 9))))),
            Kind.cells(
                    DirtKind.DISCOUNT_AS_PERCENT,
                    "a discount of 15 for 15 per cent, where 0.15 is meant",
                    Kind.TEXT,
                    shape -> shape.has(Role.DISCOUNT),
                    "promotion, series",
                    SaleKinds::discount),
            Kind.cells(
                    DirtKind.STOCK_NEGATIVE,
                    "stock below zero",
                    Kind.ANY,
                    STOCK,
                    IN_STOCK,
                    row -> with(row, Role.ON_HAND, (of, units) -> of.integer((int) -Math.max(1, units)))),
            Kind.cells(
                    DirtKind.STOCKOUT_FLAG_WRONG,
                    "the flag of a stockout says the opposite of the stock",
                    Kind.ANY,
                    shape -> shape.has(Role.STOCKOUT),
                    IN_STOCK,
                    SaleKinds::flag),
            quantity(
                            DirtKind.STORE_DAY_IN_CASES,
                            "all quantities of a store's day in cases of 12, totals and prices as they were",
                            (row, of) -> of.integer((units(row) + CASE_UNITS - 1) / CASE_UNITS))
                    .ofStoreDay(),
            Kind.cells(
                            DirtKind.RETURN_AS_NEGATIVE_SALE,
                            "one to three units that came back, as a sale below zero",
                            Kind.ANY,
                            SALES,
                            IN_SALES,
                            SaleKinds::returned)
                    .warning());

    private SaleKinds() {}

    private static Kind quantity(DirtKind kind, String does, BiConsumer<Spoiling, RowValues> change) {
        return Kind.cells(kind, does, Kind.ANY, SALES, IN_SALES, row -> changed(row, Role.QUANTITY, change));
    }

    private static Kind price(DirtKind kind, String does, BiConsumer<Spoiling, RowValues> change) {
        return Kind.cells(
                kind,
                does,
                Kind.ANY,
                shape -> shape.has(Role.UNIT_PRICE),
                IN_SALES,
                row -> changed(row, Role.UNIT_PRICE, change));
    }

    private static boolean changed(Spoiling row, Role role, BiConsumer<Spoiling, RowValues> change) {
        int column = row.free(role);
        if (column < 0) {
            return false;
        }
        change.accept(row, row.change(column));
        return true;
    }

    /** Takes a number and what it becomes. */
    private interface Replacement {
        void put(RowValues of, long number);
    }

    private static boolean with(Spoiling row, Role role, Replacement replacement) {
        int column = row.free(role);
        if (column < 0) {
            return false;
        }
        long number = row.values().number(column);
        replacement.put(row.change(column), number);
        return true;
    }

    private static int units(Spoiling row) {
        return (int) row.values().number(row.shape().column(Role.QUANTITY));
    }

    private static long cents(Spoiling row) {
        return row.values().number(row.shape().column(Role.UNIT_PRICE));
    }

    private static String amount(Spoiling row) {
        return BigDecimal.valueOf(cents(row), 2).toPlainString();
    }

    private static boolean discount(Spoiling row) {
        int column = row.free(Role.DISCOUNT);
        return column >= 0
                && row.values().number(column) > 0
                && with(row, Role.DISCOUNT, (of, share) -> of.basisPoints((int) share * 100));
    }

    private static boolean flag(Spoiling row) {
        int column = row.free(Role.STOCKOUT);
        if (column < 0) {
            return false;
        }
        long flag = row.values().number(column);
        RowValues of = row.change(column);
        if (row.shape().columns().get(column).kind() == io.theforge.table.Column.Kind.BOOL) {
            of.bool(flag == 0);
        } else {
            of.integer(flag == 0 ? 1 : 0);
        }
        return true;
    }

    private static boolean returned(Spoiling row) {
        int quantity = row.free(Role.QUANTITY);
        boolean hasTotal = row.shape().has(Role.TOTAL);
        int total = row.free(Role.TOTAL);
        int price = row.free(Role.UNIT_PRICE);
        if (quantity < 0 || (hasTotal && (total < 0 || price < 0))) {
            return false;
        }
        int units = -1 - row.below(1, 3);
        long cents = hasTotal ? units * row.values().number(price) : 0;
        row.change(quantity).integer(units);
        if (hasTotal) {
            row.change(total).cents(cents);
        }
        return true;
    }

    /** Leaves out a quarter of the units, one at least, and says so in the total. */
    static boolean preliminary(Spoiling row) {
        int quantity = row.free(Role.QUANTITY);
        boolean hasTotal = row.shape().has(Role.TOTAL);
        int total = row.free(Role.TOTAL);
        int price = row.free(Role.UNIT_PRICE);
        if (quantity < 0
                || (hasTotal && (total < 0 || price < 0))
                || row.values().number(quantity) < 1) {
            return false;
        }
        int units = (int) row.values().number(quantity);
        int known = units - (units + 3) / 4;
        long cents = hasTotal ? known * row.values().number(price) : 0;
        row.change(quantity).integer(known);
        if (hasTotal) {
            row.change(total).cents(cents);
        }
        return true;
    }
}
