package io.theforge.database.append;

import io.theforge.database.estimate.Estimates;
import io.theforge.database.estimate.PairDays;
import io.theforge.database.estimate.PairEstimate;
import io.theforge.database.estimate.promotion.PromotionAhead;
import io.theforge.database.load.IdMappingWriter;
import io.theforge.database.report.Progress;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.CalendarDay;
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.SmallTableLoad;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rows of the days that are drawn from estimates: counted, then written pair by pair; the same ones each time. */
final class EstimatedRows {
    private static final int PAIRS_BETWEEN_REPORTS = 100;

    private final Estimates estimates;
    private final DaysToAppend days;
    private final Map<Integer, Integer> storeIndices = new LinkedHashMap<>();
    private final Map<Integer, Integer> productIndices = new LinkedHashMap<>();
    private final Map<Integer, String> codes = new LinkedHashMap<>();
    private final Map<Integer, String> skus = new LinkedHashMap<>();

    EstimatedRows(Estimates estimates, DaysToAppend days) {
        this.estimates = estimates;
        this.days = days;
        for (PairEstimate pair : estimates.pairs()) {
            storeIndices.putIfAbsent(pair.storeId(), storeIndices.size());
            productIndices.putIfAbsent(pair.productId(), productIndices.size());
            codes.put(pair.storeId(), pair.storeCode());
            skus.put(pair.productId(), pair.sku());
        }
    }

    private PairDays drawing() {
        return estimates.days(days.seed(), days.firstEpochDay(), days.count());
    }

    /** How many rows the two large tables get, and the promotions. */
    Map<Table, Long> count() {
        long sales = 0;
        long snapshots = 0;
        PairDays drawn = drawing();
        for (PairEstimate pair : estimates.pairs()) {
            drawn.draw(pair);
            sales += drawn.salesCount;
            snapshots += drawn.snapshotCount;
        }
        return new EnumMap<>(Map.of(
                Table.SALES_DAILY, sales,
                Table.INVENTORY_SNAPSHOT_DAILY, snapshots,
                Table.PROMOTION, (long) estimates.promotions().made().size()));
    }

    /** Whether a snapshot is drawn for a pair on a day, in days since 1970-01-01. */
    boolean hasSnapshot(int storeId, int productId, int epochDay) {
        PairDays drawn = drawing();
        for (PairEstimate pair : estimates.pairs()) {
            if (pair.storeId() == storeId && pair.productId() == productId) {
                drawn.draw(pair);
                return Arrays.binarySearch(drawn.snapshotDay, 0, drawn.snapshotCount, epochDay) >= 0;
            }
        }
        return false;
    }

    /** With these blocks a store or product stands at the place that its id has, counted from the lowest. */
    Ids keys(Map<Table, Ids.Block> blocks) {
        Map<Table, Ids.Block> all = new EnumMap<>(blocks);
        all.put(Table.STORE, new Ids.Block(lowest(storeIndices), Integer.MAX_VALUE));
        all.put(Table.PRODUCT, new Ids.Block(lowest(productIndices), Integer.MAX_VALUE));
        return new Ids(all);
    }

    private static int lowest(Map<Integer, Integer> indices) {
        return indices.keySet().stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    private static int[] places(Map<Integer, Integer> indices) {
        int lowest = lowest(indices);
        return indices.keySet().stream().mapToInt(id -> id - lowest).toArray();
    }

    /** Writes the dates that are not there yet, as ordinary days: what they are besides, their owner knows. */
    <C extends Chunk> TableTotals loadCalendar(TableSink<C, SQLException> load, Set<Integer> there)
            throws SQLException {
        return SmallTableLoad.load(fingerprint(), chunk -> chunk, load, out -> {
            for (int i = 0; i < days.count(); i++) {
                if (!there.contains(days.firstEpochDay() + i)) {
                    TableRows.calendar(new CalendarDay(days.firstEpochDay() + i, null), out);
                }
            }
        });
    }

    <C extends Chunk> TableTotals loadSeries(Table table, TableSink<C, SQLException> load, Progress progress)
            throws SQLException {
        int[] storePlaces = places(storeIndices);
        int[] productPlaces = places(productIndices);
        return SmallTableLoad.load(
                fingerprint(),
                chunk -> new IdMappingWriter(chunk, storePlaces, productPlaces),
                load,
                out -> writeSeries(table, out, progress));
    }

    /** Writes the promotions that begin in these days. */
    <C extends Chunk> TableTotals loadPromotions(TableSink<C, SQLException> load) throws SQLException {
        int[] storePlaces = places(storeIndices);
        int[] productPlaces = places(productIndices);
        return SmallTableLoad.load(
                fingerprint(),
                chunk -> new IdMappingWriter(chunk, storePlaces, productPlaces),
                load,
                this::writePromotions);
    }

    private void writePromotions(RowWriter out) {
        long ordinal = 0;
        for (PromotionAhead promotion : estimates.promotions().made()) {
            out.startRow(ordinal++);
            out.product(productIndices.getOrDefault(promotion.productId(), 0));
            out.store(promotion.storeId() == null ? -1 : storeIndices.getOrDefault(promotion.storeId(), 0));
            out.text(promotion.name());
            if (promotion.basisPoints() == null) {
                out.nothing();
            } else {
                out.basisPoints(promotion.basisPoints());
            }
            if (promotion.cents() == null) {
                out.nothing();
            } else {
                out.cents(promotion.cents());
            }
            out.date(promotion.start());
            out.date(promotion.end());
            out.endRow();
        }
    }

    private FingerprintWriter fingerprint() {
        return new FingerprintWriter(
                storeIndices.keySet().stream()
                        .map(id -> codes.getOrDefault(id, ""))
                        .toList(),
                productIndices.keySet().stream()
                        .map(id -> skus.getOrDefault(id, ""))
                        .toList());
    }

    private void writeSeries(Table table, RowWriter out, Progress progress) {
        PairDays drawn = drawing();
        long ordinal = 0;
        long told = 0;
        int pairs = 0;
        for (PairEstimate pair : estimates.pairs()) {
            drawn.draw(pair);
            int store = storeIndices.getOrDefault(pair.storeId(), 0);
            int product = productIndices.getOrDefault(pair.productId(), 0);
            int rows = table == Table.SALES_DAILY ? drawn.salesCount : drawn.snapshotCount;
            for (int i = 0; i < rows; i++) {
                out.startRow(ordinal++);
                out.date(table == Table.SALES_DAILY ? drawn.salesDay[i] : drawn.snapshotDay[i]);
                out.store(store);
                out.product(product);
                if (table == Table.SALES_DAILY) {
                    out.integer(drawn.quantity[i]);
                    out.cents(drawn.unitCents[i]);
                    out.cents(drawn.quantity[i] * drawn.unitCents[i]);
                } else {
                    out.integer(drawn.onHand[i]);
                    out.integer(drawn.onOrder[i]);
                    out.bool(drawn.onHand[i] == 0);
                }
                out.endRow();
            }
            if (++pairs % PAIRS_BETWEEN_REPORTS == 0) {
                progress.advance(ordinal - told);
                told = ordinal;
            }
        }
        progress.advance(ordinal - told);
    }
}
