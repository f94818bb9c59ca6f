package io.theforge.export.dirt.kind;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.row.Role;
import io.theforge.export.dirt.row.Spoiling;
import io.theforge.export.dirt.row.TableShape;
import java.util.List;

/** What can be wrong with rows as a whole. */
final class RowKinds {
    private static final String DAILY = "sales, stock";

    static final List<Kind> ALL = List.of(
            Kind.row(
                    DirtKind.LATE_CORRECTION,
                    "a quarter of the units not yet known; the row as it should be comes at the end of the series",
                    Effect.LATE,
                    SaleKinds.SALES,
                    SaleKinds.IN_SALES,
                    SaleKinds::preliminary),
            Kind.row(
                    DirtKind.ROW_DUPLICATED,
                    "the same row once more, behind it",
                    Effect.ADDED,
                    TableShape::isDaily,
                    DAILY,
                    Kind.NOTHING),
            Kind.row(
                    DirtKind.ROW_CONTRADICTED,
                    "a second row for the same store, product and day, with more units",
                    Effect.ADDED,
                    TableShape::isDaily,
                    DAILY,
                    RowKinds::contradict),
            Kind.row(
                            DirtKind.OUT_OF_ORDER,
                            "a row after the one that should follow it",
                            Effect.MOVED,
                            TableShape::isDaily,
                            DAILY,
                            Kind.NOTHING)
                    .warning(),
            Kind.row(
                            DirtKind.ZERO_UNRECORDED,
                            "no row for a day without sales",
                            Effect.REMOVED,
                            SaleKinds.SALES,
                            SaleKinds.IN_SALES,
                            row -> row.values().number(row.shape().column(Role.QUANTITY)) == 0)
                    .warning()
                    .hidden(),
            Kind.row(
                            DirtKind.SALE_WITHOUT_STOCK,
                            "no row of the stock for a day",
                            Effect.REMOVED,
                            shape -> shape.has(Role.ON_HAND) && !shape.has(Role.QUANTITY),
                            "inventory_snapshot_daily",
                            Kind.NOTHING)
                    .warning(),
            Kind.row(
                            DirtKind.STORE_DAY_DOUBLED,
                            "all rows of a store's day twice",
                            Effect.ADDED,
                            TableShape::isDaily,
                            DAILY,
                            Kind.NOTHING)
                    .ofStoreDay(),
            Kind.row(
                            DirtKind.STORE_DAY_MISSING,
                            "no row of a store's day",
                            Effect.REMOVED,
                            TableShape::isDaily,
                            DAILY,
                            Kind.NOTHING)
                    .ofStoreDay());

    private RowKinds() {}

    private static boolean contradict(Spoiling row) {
        int column = row.shape().column(row.shape().has(Role.QUANTITY) ? Role.QUANTITY : Role.ON_HAND);
        int units = (int) row.values().number(column);
        row.change(column).integer(units + 1 + row.below(1, 9));
        return true;
    }
}
