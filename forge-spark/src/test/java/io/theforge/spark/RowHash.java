package io.theforge.spark;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.table.Column;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The fingerprint of rows as Spark hands them to a program: nothing of the source's own writing has a part in it. */
final class RowHash {
    private final Map<String, Integer> stores;
    private final Map<String, Integer> products;
    private final RowWriter out;

    private RowHash(Plan plan, RowWriter out) {
        stores = plan.stores().stream().collect(Collectors.toMap(Store::code, Store::index));
        products = plan.products().stream().collect(Collectors.toMap(Product::sku, Product::index));
        this.out = out;
    }

    static String of(Dataset<Row> rows, Plan plan, Table table) {
        FingerprintWriter fingerprint = new FingerprintWriter(plan);
        RowHash hash = new RowHash(plan, fingerprint);
        List<Column> columns = table.fields();
        for (Iterator<Row> each = plain(rows, columns).toLocalIterator(); each.hasNext(); ) {
            Row row = each.next();
            fingerprint.startRow(0);
            for (int i = 0; i < columns.size(); i++) {
                hash.write(columns.get(i), row, i);
            }
            fingerprint.endRow();
        }
        return fingerprint.fingerprint().toString();
    }

    private void write(Column column, Row row, int place) {
        if (row.isNullAt(place)) {
            out.nothing();
            return;
        }
        switch (column.kind()) {
            case STORE -> out.store(stores.get(row.getString(place)));
            case PRODUCT -> out.product(products.get(row.getString(place)));
            case TEXT -> out.text(row.getString(place));
            case DATE, INTEGER -> out.integer(row.getInt(place));
            case CENTS -> out.cents(unscaled(row.getDecimal(place), 2));
            case BASIS_POINTS -> out.basisPoints((int) unscaled(row.getDecimal(place), 4));
            case REAL -> out.real(row.getDouble(place));
            case BOOL -> out.bool(row.getBoolean(place));
        }
    }

    private static long unscaled(BigDecimal amount, int scale) {
        return amount.setScale(scale).unscaledValue().longValueExact();
    }

    /** Dates as days since 1970-01-01: Spark's old kind of dates needs flags of the JVM. */
    private static Dataset<Row> plain(Dataset<Row> rows, List<Column> columns) {
        String[] names = rows.columns();
        return rows.selectExpr(IntStream.range(0, names.length)
                .mapToObj(i -> columns.get(i).kind() == Column.Kind.DATE ? "unix_date(" + names[i] + ")" : names[i])
                .toArray(String[]::new));
    }
}
