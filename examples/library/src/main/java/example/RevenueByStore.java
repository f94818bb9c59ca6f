package example;

import io.theforge.Forge;
import io.theforge.dataset.Dataset;
import io.theforge.plan.Plan;
import io.theforge.sink.TableSink;
import io.theforge.sink.ValueChunk;
import io.theforge.table.Table;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A sink of one's own: rows come in chunks that several threads fill, and in the same order every time. */
final class RevenueByStore implements TableSink<ValueChunk, RuntimeException> {
    private static final int STORE = ValueChunk.names(Table.SALES_DAILY).indexOf("store_id");
    private static final int AMOUNT = ValueChunk.names(Table.SALES_DAILY).indexOf("total_amount");

    private final Map<String, BigDecimal> revenue = new TreeMap<>();
    private final Plan plan;
    private long rows;

    RevenueByStore(Plan plan) {
        this.plan = plan;
    }

    @Override
    public ValueChunk newChunk() {
        return new ValueChunk(plan, Table.SALES_DAILY);
    }

    @Override
    public void write(ValueChunk chunk) {
        chunk.rows().forEach(row -> revenue.merge((String) row.get(STORE), (BigDecimal) row.get(AMOUNT), BigDecimal::add));
        rows += chunk.rows().size();
    }

    @Override
    public long finish() {
        return rows;
    }

    @Override
    public void close() {}

    public static void main(String[] arguments) {
        Dataset shop = Forge.dataset("dimensions: {stores: {count: 3}}");
        RevenueByStore sink = new RevenueByStore(shop.plan());
        shop.write(Table.SALES_DAILY, sink, 2);
        sink.revenue.forEach((store, amount) -> System.out.println(store + " " + amount));
    }
}
