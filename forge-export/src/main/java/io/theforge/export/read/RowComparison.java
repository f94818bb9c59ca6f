package io.theforge.export.read;

import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.Layout;
import io.theforge.export.manifest.CodeColumns;
import io.theforge.export.manifest.Description;
import io.theforge.export.manifest.Manifest;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.series.SeriesSelection;
import io.theforge.sink.SeriesRows;
import io.theforge.table.Column.Role;
import io.theforge.table.PassingWriter;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the rows of an export again, from the configuration in its manifest, and holds those that are there against them. */
final class RowComparison {
    private final Manifest manifest;
    private final Plan plan;
    private final SeriesSelection wanted;
    private final References planned;

    RowComparison(Manifest manifest) {
        this.manifest = manifest;
        plan = Plan.of(Objects.requireNonNull(manifest.config()));
        Integer series = manifest.asked().series();
        wanted = series == null ? SeriesSelection.all(plan) : SeriesSelection.spread(plan, series);
        planned = planned(plan);
    }

    static References planned(Plan plan) {
        return new References(
                Names.inOrder(plan.stores().stream().map(Store::code).toList()),
                Names.inOrder(plan.products().stream().map(Product::sku).toList()));
    }

    /**
     * Returns the first row that is not the one that the configuration makes, or any one where rows may be in any order; null where all
     * are.
     *
     * @param reading opens the rows that are there
     */
    @Nullable
    String firstDifference(ReadTable table, Supplier<RowCursor> reading, References references) {
        boolean hasOrder = !manifest.asked().layout().equals(CodeColumns.LAYOUT);
        Layout layout = hasOrder ? Layout.valueOf(manifest.asked().layout().toUpperCase(Locale.ROOT)) : Layout.TABLES;
        ExportTable expected = layout.tables(plan, wanted, Table.SEVEN, true).stream()
                .filter(each -> each.name().equals(table.name()))
                .findFirst()
                .orElseThrow(
                        () -> new UnreadableException("manifest.json: " + table.name() + " is no table of the layout"));
        RowFields made = new RowFields(table.columns(), planned);
        RowFields read = new RowFields(table.columns(), references);
        if (!hasOrder) {
            return new KeyedComparison(table.name(), out -> write(expected, out), reading, made, read).difference();
        }
        boolean hasOwnIds = table.table() != null
                && table.columns().get(0).role() == Role.ID
                && manifest.asked().source().equals(Description.GENERATOR);
        try (RowCursor found = reading.get()) {
            Comparing comparing = new Comparing(found, made, read, hasOwnIds);
            write(expected, comparing);
            comparing.end();
            return null;
        } catch (Different e) {
            return e.getMessage();
        }
    }

    /** Returns in which field a row that was found is not the expected one. */
    static String told(RowCursor found, int field, RowFields actual, RowFields expected) {
        return found.place() + ": " + actual.name(field) + " is " + actual.shown(field) + ", and "
                + expected.shown(field) + " is what the configuration makes (" + expected.key() + ")";
    }

    private void write(ExportTable table, RowWriter out) {
        table.parts().forEach(rows -> rows.accept(out));
        if (table.series() == null) {
            return;
        }
        SeriesRows rows = table.series().get();
        SeriesGenerator generator =
                table.withTruth() ? SeriesGenerator.withTruth(plan, null) : new SeriesGenerator(plan);
        SeriesBlock block = new SeriesBlock(plan.days(), table.withTruth());
        for (int pair : wanted.pairs()) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            rows.write(block, out);
        }
    }

    /** Ends the comparison. */
    private static final class Different extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Different(String message) {
            super(message, null, false, false);
        }
    }

    /** Takes the rows as they are made, and reads one for each. */
    private static final class Comparing extends PassingWriter {
        private final RowCursor found;
        private final RowFields expected;
        private final RowFields actual;
        private final boolean hasOwnIds;

        Comparing(RowCursor found, RowFields expected, RowFields actual, boolean hasOwnIds) {
            super(expected);
            this.found = found;
            this.expected = expected;
            this.actual = actual;
            this.hasOwnIds = hasOwnIds;
        }

        @Override
        public void endRow() {
            if (!found.next()) {
                throw new Different(found.place() + " is missing: " + expected.key());
            }
            found.write(actual);
            int field = expected.firstDifference(actual);
            if (field >= 0) {
                throw new Different(told(found, field, actual, expected));
            }
            if (hasOwnIds && expected.ordinal() != actual.ordinal()) {
                throw new Different(found.place() + ": id is " + (actual.ordinal() + 1) + ", and "
                        + (expected.ordinal() + 1) + " is what the configuration makes (" + expected.key() + ")");
            }
        }

        void end() {
            if (found.next()) {
                found.write(actual);
                throw new Different(found.place() + " is one too many: " + actual.key());
            }
        }
    }
}
