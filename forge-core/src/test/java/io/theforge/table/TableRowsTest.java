package io.theforge.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import io.theforge.series.Dataset;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns are declared in one place and rows written in another, as fast as may be: here the two are held together. */
class TableRowsTest {
    private static final Plan PLAN = Dataset.plan("""
            dimensions: {stores: {count: 3}, products: {count: 12}}
            date_range: {start: "2024-01-01", end: "2024-12-31"}
            retail: {promotion_probability: 0.5, price_change_probability: 0.5, stockout_probability: 0.2}
            sparsity: {missing_combinations_pct: 0.2, random_gaps_per_series: 1}
            """);

    @ParameterizedTest
    @EnumSource
    void rowsAreWrittenAsTheColumnsAreDeclared(Table table) {
        DeclaredRows rows = new DeclaredRows(table);
        write(table, rows);
        assertThat(rows.rows).isPositive();
        assertThat(rows.wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theNaturalKeyTellsRowsApart(Table table) {
        DeclaredRows rows = new DeclaredRows(table);
        write(table, rows);
        assertThat(rows.keys).hasSize(rows.rows);
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCT", "PRICE_HISTORY", "PROMOTION"})
    void productByProductThereAreTheSameRows(Table table) {
        FingerprintWriter whole = new FingerprintWriter(PLAN);
        new TableRows(PLAN).write(table, whole);
        FingerprintWriter parts = new FingerprintWriter(PLAN);
        TableRows rows = new TableRows(PLAN);
        PLAN.products().forEach(product -> rows.writeProduct(table, product, parts));
        assertThat(parts.fingerprint()).isEqualTo(whole.fingerprint());
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE", "CALENDAR", "SALES_DAILY"})
    void otherTablesAreNotWrittenProductByProduct(Table table) {
        assertThatThrownBy(() ->
                        new TableRows(PLAN).writeProduct(table, PLAN.products().get(0), new FingerprintWriter(PLAN)))
                .hasMessageContaining("is not written product by product");
    }

    private static void write(Table table, RowWriter out) {
        TableRows rows = new TableRows(PLAN);
        if (!table.isSeries()) {
            rows.write(table, out);
            return;
        }
        SeriesGenerator generator = SeriesGenerator.withTruth(PLAN, null);
        SeriesBlock block = new SeriesBlock(PLAN.days(), true);
        for (int pair = 0; pair < PLAN.pairs(); pair++) {
            generator.generate(PLAN.storeOf(pair), PLAN.productOf(pair), block);
            rows.writeSeries(table, block, out);
        }
    }

    /** Notes what is written otherwise than it is declared. */
    private static final class DeclaredRows implements RowWriter {
        final Set<String> wrong = new HashSet<>();
        final Set<List<Object>> keys = new HashSet<>();
        int rows;
        private final List<Column> fields;
        private final List<Object> key = new ArrayList<>();
        private int next;

        DeclaredRows(Table table) {
            fields = table.fields();
        }

        private Column.@Nullable Kind take(Object value) {
            if (next >= fields.size()) {
                wrong.add("a field after the last column");
                return null;
            }
            Column column = fields.get(next++);
            if (column.role() == Column.Role.KEY) {
                key.add(value);
            }
            return column.kind();
        }

        private void take(Column.Kind kind, Object value) {
            if (take(value) != kind) {
                wrong.add(fields.get(next - 1) + " is written as " + kind);
            }
        }

        @Override
        public void startRow(long ordinal) {
            next = 0;
            key.clear();
        }

        @Override
        public void store(int storeIndex) {
            if (storeIndex < 0 && !fields.get(next).mayBeNull()) {
                wrong.add(fields.get(next) + " is left empty");
            }
            take(Column.Kind.STORE, storeIndex);
        }

        @Override
        public void product(int productIndex) {
            take(Column.Kind.PRODUCT, productIndex);
        }

        @Override
        public void text(@Nullable String value) {
            Column column = fields.get(next);
            if (value == null && !column.mayBeNull()) {
                wrong.add(column + " is left empty");
            }
            if (value != null && column.size() > 0 && value.length() > column.size()) {
                wrong.add(column + " is too short for " + value);
            }
            take(Column.Kind.TEXT, String.valueOf(value));
        }

        @Override
        public void date(int epochDay) {
            take(Column.Kind.DATE, epochDay);
        }

        @Override
        public void integer(int value) {
            take(Column.Kind.INTEGER, value);
        }

        @Override
        public void cents(long cents) {
            take(Column.Kind.CENTS, cents);
        }

        @Override
        public void basisPoints(int basisPoints) {
            take(Column.Kind.BASIS_POINTS, basisPoints);
        }

        @Override
        public void real(double value) {
            take(Column.Kind.REAL, value);
        }

        @Override
        public void bool(boolean value) {
            take(Column.Kind.BOOL, value);
        }

        @Override
        public void nothing() {
            Column column = fields.get(next);
            if (!column.mayBeNull() || column.kind() == Column.Kind.TEXT) {
                wrong.add(column + " is left empty");
            }
            take("nothing");
        }

        @Override
        public void endRow() {
            if (next != fields.size()) {
                wrong.add("a row ends before " + fields.get(next));
            }
            rows++;
            keys.add(List.copyOf(key));
        }
    }
}
