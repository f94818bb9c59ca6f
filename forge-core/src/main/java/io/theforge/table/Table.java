package io.theforge.table;

import static io.theforge.table.Column.amount;
import static io.theforge.table.Column.id;
import static io.theforge.table.Column.of;
import static io.theforge.table.Column.price;
import static io.theforge.table.Column.product;
import static io.theforge.table.Column.share;
import static io.theforge.table.Column.store;
import static io.theforge.table.Column.text;

import io.theforge.demand.DemandFactor;
import io.theforge.table.Column.Kind;
import io.theforge.table.Column.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The seven tables of the shop and the answer key, declared: a table stands behind those that it refers to, and has its columns in the
 * order in which {@link TableRows} writes them. Every list of tables or columns follows from this one.
 */
public enum Table {
    STORE(
            "store",
            Group.DIMENSION,
            id(),
            text("code", 20).key(),
            text("name", 100),
            text("region", 50),
            text("city", 50),
            text("store_type", 30)),
    PRODUCT(
            "product",
            Group.DIMENSION,
            id(),
            text("sku", 50).key(),
            text("name", 200),
            text("category", 100),
            text("brand", 100),
            price("base_price"),
            price("base_cost")),
    CALENDAR(
            "calendar",
            Group.DIMENSION,
            of("date", Kind.DATE).key(),
            of("day_of_week", Kind.INTEGER),
            of("month", Kind.INTEGER),
            of("quarter", Kind.INTEGER),
            of("year", Kind.INTEGER),
            of("is_holiday", Kind.BOOL),
            text("holiday_name", 100).orNull()),
    PRICE_HISTORY(
            "price_history",
            Group.FACT,
            id(),
            product().key(),
            store().key().orNull(),
            price("price"),
            of("valid_from", Kind.DATE).key(),
            of("valid_to", Kind.DATE).orNull()),
    PROMOTION(
            "promotion",
            Group.FACT,
            id(),
            product().key(),
            store().key().orNull(),
            text("name", 200).key(),
            share("discount_pct").orNull(),
            price("discount_amount").orNull(),
            of("start_date", Kind.DATE).key(),
            of("end_date", Kind.DATE)),
    SALES_DAILY(
            "sales_daily",
            Group.FACT,
            id(),
            of("date", Kind.DATE).key(),
            store().key(),
            product().key(),
            of("quantity", Kind.INTEGER),
            price("unit_price"),
            amount("total_amount", 12)),
    INVENTORY_SNAPSHOT_DAILY(
            "inventory_snapshot_daily",
            Group.FACT,
            id(),
            of("date", Kind.DATE).key(),
            store().key(),
            product().key(),
            of("on_hand_qty", Kind.INTEGER),
            of("on_order_qty", Kind.INTEGER),
            of("is_stockout", Kind.BOOL)),
    TRUTH_DAILY("truth_daily", Group.ANSWER_KEY, truthColumns());

    /** What a table is there for. */
    public enum Group {
        /** What the shop consists of. */
        DIMENSION,
        /** What happens in it. */
        FACT,
        /** The truth behind the facts: only where it is asked for, and never among the {@link #SEVEN}. */
        ANSWER_KEY
    }

    /** The tables of the shop, in the order of loading. */
    public static final List<Table> SEVEN = inLoadingOrder(table -> table.group != Group.ANSWER_KEY);

    private final String sqlName;
    private final Group group;
    private final List<Column> definition;
    private final List<String> columns;
    private final boolean series;

    Table(String sqlName, Group group, Column... definition) {
        this.sqlName = sqlName;
        this.group = group;
        this.definition = List.of(definition);
        columns = names(column -> true);
        series = columns(Role.KEY).equals(List.of("date", "store_id", "product_id"));
    }

    private static Column[] truthColumns() {
        return Stream.of(
                        Stream.of(
                                of("date", Kind.DATE).key(),
                                store().key(),
                                product().key()),
                        Stream.of(price("regular_price"), price("unit_price")),
                        Stream.of(text("promotion_name", 0).orNull(), of("level", Kind.REAL)),
                        Stream.of(DemandFactor.values()).map(factor -> of(factor.word() + "_factor", Kind.REAL)),
                        Stream.of("anomaly_mean", "expected_demand", "noise_sigma", "noise_factor", "anomaly_factor")
                                .map(name -> of(name, Kind.REAL)),
                        Stream.of("latent_demand", "available_qty", "units_sold", "units_lost", "backlog_qty")
                                .map(name -> of(name, Kind.INTEGER)),
                        Stream.of(text("not_recorded", 0).orNull()))
                .flatMap(columns -> columns)
                .toArray(Column[]::new);
    }

    /** Returns the tables that fit, in the order of loading: a table comes after those that it refers to. */
    public static List<Table> inLoadingOrder(Predicate<Table> wanted) {
        return Arrays.stream(values()).filter(wanted).toList();
    }

    /** Returns the tables that fit, in the order of deleting: a table comes before those that it refers to. */
    public static List<Table> inDeletingOrder(Predicate<Table> wanted) {
        List<Table> tables = Arrays.asList(values());
        Collections.reverse(tables);
        return tables.stream().filter(wanted).toList();
    }

    /** Returns the table with a {@linkplain #sqlName name}. @throws IllegalArgumentException when there is none */
    public static Table named(String sqlName) {
        return Arrays.stream(values())
                .filter(table -> table.sqlName.equals(sqlName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table is called " + sqlName));
    }

    /** Returns its name in results, records and files. */
    public String sqlName() {
        return sqlName;
    }

    /** Returns its name in SQL: the answer key is in the schema {@code theforge}, the others are found through the search path. */
    public String qualifiedName() {
        return group == Group.ANSWER_KEY ? "theforge." + sqlName : sqlName;
    }

    public Group group() {
        return group;
    }

    /** Returns all columns that the Forge fills; {@code created_at} and {@code updated_at} are left to their defaults. */
    public List<Column> definition() {
        return definition;
    }

    /** Returns the columns that a {@link RowWriter} is given: all but the id. */
    public List<Column> fields() {
        return definition.stream().filter(column -> column.role() != Role.ID).toList();
    }

    /** Returns the names of all columns that the Forge fills. */
    public List<String> columns() {
        return columns;
    }

    /** Returns the names of the columns of a role, such as those of the natural key. */
    public List<String> columns(Role role) {
        return names(column -> column.role() == role);
    }

    /** Returns the names of the columns of a kind, the id left out. */
    public List<String> columns(Kind kind) {
        return names(column -> column.kind() == kind && column.role() != Role.ID);
    }

    private List<String> names(Predicate<Column> wanted) {
        return definition.stream().filter(wanted).map(Column::name).toList();
    }

    /** Returns the date by which a row belongs to a day. @throws IllegalArgumentException for stores and products, which have none */
    public String dateColumn() {
        return definition.stream()
                .filter(column -> column.kind() == Kind.DATE && column.role() == Role.KEY)
                .map(Column::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(sqlName + " has no date"));
    }

    /** Returns whether rows are numbered by a surrogate {@code id}; the calendar's and the answer key's are not. */
    public boolean hasId() {
        return definition.get(0).role() == Role.ID;
    }

    /** Returns whether rows are made store-product pair by pair: where such a pair and a day are the key. */
    public boolean isSeries() {
        return series;
    }
}
