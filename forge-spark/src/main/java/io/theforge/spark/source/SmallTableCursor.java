package io.theforge.spark.source;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The rows of all stores, of the calendar, or of some products, of which one is made at a time. */
final class SmallTableCursor implements RowCursor {
    private final KeptRows kept = new KeptRows();
    private final LongConsumer maker;
    private final long endUnit;
    private long unit;
    private List<Consumer<RowWriter>> row = List.of();

    SmallTableCursor(Plan plan, Table table, Wanted.Settled wanted, Part part) {
        unit = part.from();
        endUnit = part.until();
        maker = maker(plan, table, wanted);
    }

    private LongConsumer maker(Plan plan, Table table, Wanted.Settled wanted) {
        TableRows rows = new TableRows(plan);
        return switch (table) {
            case STORE -> all -> rows.write(table, kept);
            case CALENDAR -> all -> rows.writeCalendar(day -> wanted.days().get(day - plan.firstEpochDay()), kept);
            default -> {
                Consumer<Product> products = rows.productByProduct(table, kept);
                yield i -> products.accept(plan.products().get(wanted.products()[(int) i]));
            }
        };
    }

    @Override
    public boolean next() {
        while (kept.isEmpty()) {
            if (unit == endUnit) {
                return false;
            }
            maker.accept(unit++);
        }
        row = kept.poll();
        return true;
    }

    @Override
    public void write(RowWriter out) {
        row.forEach(field -> field.accept(out));
    }
}
