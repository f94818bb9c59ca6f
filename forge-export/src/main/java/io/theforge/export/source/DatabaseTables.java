package io.theforge.export.source;

import io.theforge.database.report.RefusedException;
import io.theforge.database.verify.Queries;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.IngestLayout;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Column.Kind;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Tables read row by row, in the order in which the generator makes them. */
final class DatabaseTables {
    private final Queries queries;
    private final Keys keys;
    private final ExportSource source;
    private final BitSet stores = new BitSet();
    private final BitSet products = new BitSet();

    DatabaseTables(Queries queries, Keys keys, ExportSource source) {
        this.queries = queries;
        this.keys = keys;
        this.source = source;
        for (int pair : source.pairs()) {
            stores.set(keys.storeOf(pair));
            products.set(keys.productOf(pair));
        }
    }

    ExportTable table(Table table) {
        return new ExportTable(
                table.sqlName(),
                table.definition(),
                table,
                table.isSeries() ? parts(table) : List.of(out -> small(table, out)),
                null,
                false);
    }

    private void small(Table table, RowWriter out) {
        TableSelect select = new TableSelect(table, keys);
        int store = table == Table.STORE ? 1 : select.place(Kind.STORE);
        int product = table == Table.PRODUCT ? 1 : select.place(Kind.PRODUCT);
        String order = " ORDER BY " + (table.hasId() ? "id" : table.dateColumn());
        ReadFailed.reading(() -> queries.forEach(select.text() + order, row -> {
            if (source.isWhole() || isWanted(row, store, product)) {
                select.write(row, out);
            }
        }));
    }

    /** @param store place of the store in the row; 0 where it names none */
    private boolean isWanted(ResultSet row, int store, int product) throws SQLException {
        if (product > 0 && !products.get(keys.productIndex(row.getInt(product)))) {
            return false;
        }
        int storeId = store > 0 ? row.getInt(store) : 0;
        return store == 0 || row.wasNull() || stores.get(keys.storeIndex(storeId));
    }

    /** The same ranges of series as the generator's. */
    private List<Consumer<RowWriter>> parts(Table table) {
        TableSelect select = new TableSelect(table, keys);
        List<Consumer<RowWriter>> parts = new ArrayList<>();
        long[] read = {0};
        for (int[] pairs : pairsOfParts()) {
            parts.add(out -> spans(select.text(), pairs, row -> {
                read[0]++;
                select.write(row, out);
            }));
        }
        if (source.isWhole()) {
            parts.set(parts.size() - 1, parts.get(parts.size() - 1).andThen(out -> refuseLost(table, read[0])));
        }
        return parts;
    }

    private List<int[]> pairsOfParts() {
        int[] pairs = source.pairs();
        int ofPart = source.seriesOfPart();
        List<int[]> parts = new ArrayList<>();
        for (int from = 0; from < pairs.length || from == 0; from += ofPart) {
            parts.add(Arrays.copyOfRange(pairs, from, Math.min(from + ofPart, pairs.length)));
        }
        return parts;
    }

    private void spans(String select, int[] pairs, Queries.RowReader reader) {
        for (Span span : Span.of(keys, pairs, source.days())) {
            ReadFailed.reading(() -> queries.forEach(select + Span.CONDITION, reader, span.values(keys)));
        }
    }

    /** Rows are read store by store: what names no store or product of the two tables would be lost without a word. */
    private void refuseLost(Table table, long read) {
        long[] all = {0};
        ReadFailed.reading(
                () -> queries.forEach("SELECT count(*) FROM " + table.qualifiedName(), row -> all[0] = row.getLong(1)));
        if (all[0] != read) {
            long lost = all[0] - read;
            throw new RefusedException(
                    lost == 1
                            ? "1 row of " + table.sqlName() + " is about a store or product that is not there"
                            : lost + " rows of " + table.sqlName() + " are about stores or products that are not there",
                    "enter those stores and products, or remove the rows");
        }
    }

    /** The truth behind a dataset of the Forge, made again from its record. */
    ExportTable truth(Plan plan) {
        List<Consumer<RowWriter>> parts = new ArrayList<>();
        for (int[] pairs : pairsOfParts()) {
            parts.add(out -> truth(plan, pairs, out));
        }
        Table table = Table.TRUTH_DAILY;
        return new ExportTable(table.sqlName(), table.definition(), table, parts, null, false);
    }

    private static void truth(Plan plan, int[] pairs, RowWriter out) {
        SeriesGenerator generator = SeriesGenerator.withTruth(plan, null);
        SeriesBlock block = new SeriesBlock(plan.days(), true);
        TableRows rows = new TableRows(plan);
        for (int pair : pairs) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            rows.writeSeries(Table.TRUTH_DAILY, block, out);
        }
    }

    /** The records as they are: the amount of a stranger's row need not be quantity times price. */
    List<ExportTable> ingest() {
        String select = "SELECT store_id, product_id, CAST(date - DATE '1970-01-01' AS integer), quantity,"
                + " CAST(unit_price * 100 AS bigint), CAST(total_amount * 100 AS bigint) FROM sales_daily";
        return List.of(ExportTable.small(
                IngestLayout.NAME,
                IngestLayout.COLUMNS,
                out -> spans(select, source.pairs(), row -> {
                    out.startRow(0);
                    out.date(row.getInt(3));
                    out.text(keys.stores().get(keys.storeIndex(row.getInt(1))).code());
                    out.text(keys.products()
                            .get(keys.productIndex(row.getInt(2)))
                            .sku());
                    out.integer(row.getInt(4));
                    out.cents(row.getLong(5));
                    out.cents(row.getLong(6));
                    out.endRow();
                })));
    }
}
