package io.theforge.database.verify;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.ownership.Ownership;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.sink.Ids;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** A dataset in tables without any constraint, so that every kind of corruption can be brought in. */
final class BareDataset {
    /** Nothing begins at 1, so that an index taken for an id is found out. */
    private static final Map<Table, Long> FIRST_IDS = Map.of(
            Table.STORE, 11L,
            Table.PRODUCT, 101L,
            Table.PRICE_HISTORY, 1_001L,
            Table.PROMOTION, 2_001L,
            Table.SALES_DAILY, 10_001L,
            Table.INVENTORY_SNAPSHOT_DAILY, 10_000_001L);

    private static final long NEXT_ID = 500_000_000;

    private final Plan plan;
    private final Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
    private final Map<Table, List<Ids.Block>> blocks = new EnumMap<>(Table.class);

    BareDataset(String yaml) {
        ForgeConfig config = ConfigReader.resolve(ConfigReader.parse(yaml, "test"), Overrides.NONE, Overrides.NONE);
        plan = Plan.of(config);
    }

    Plan plan() {
        return plan;
    }

    long rows(Table table) {
        return fingerprints.get(table).rows();
    }

    RecordedDataset recorded() {
        return new RecordedDataset(
                new Ownership(blocks),
                plan.calendar().stream().map(CalendarDay::date).collect(Collectors.toSet()),
                fingerprints.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))),
                new DatasetFingerprint(fingerprints).toString());
    }

    /** Creates and fills the tables. */
    void load(Connection connection, boolean postgres, Path folder) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : Table.SEVEN) {
                if (table.hasId()) {
                    statement.execute("CREATE SEQUENCE " + table.sqlName() + "_id_seq START WITH " + NEXT_ID);
                }
                statement.execute(table.columns().stream()
                        .map(column -> definition(table, column))
                        .collect(Collectors.joining(", ", "CREATE TABLE " + table.sqlName() + " (", ")")));
                if (postgres && table.hasId()) {
                    statement.execute(
                            "ALTER SEQUENCE " + table.sqlName() + "_id_seq OWNED BY " + table.sqlName() + ".id");
                }
                Path file = folder.resolve(table.sqlName() + ".csv");
                long last = write(table, file);
                if (table.hasId()) {
                    long first = FIRST_IDS.get(table);
                    blocks.put(table, List.of(new Ids.Block(first, first + last)));
                }
                if (postgres) {
                    try (InputStream rows = Files.newInputStream(file)) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("COPY " + table.sqlName() + " FROM STDIN (FORMAT csv)", rows);
                    }
                } else {
                    statement.execute("COPY " + table.sqlName() + " FROM '" + file + "' (FORMAT csv, HEADER false)");
                }
                Files.delete(file);
            }
        }
    }

    private static String definition(Table table, String column) {
        String type = switch (column) {
            case "id" -> "integer DEFAULT nextval('" + table.sqlName() + "_id_seq')";
            case "date", "valid_from", "valid_to", "start_date", "end_date" -> "date";
            case "base_price", "base_cost", "price", "discount_amount", "unit_price" -> "numeric(10,2)";
            case "total_amount" -> "numeric(12,2)";
            case "discount_pct" -> "numeric(5,4)";
            case "is_holiday", "is_stockout" -> "boolean";
            case "store_id", "product_id", "quantity", "on_hand_qty", "on_order_qty" -> "integer";
            case "day_of_week", "month", "quarter", "year" -> "integer";
            default -> "varchar(200)";
        };
        return column + " " + type;
    }

    /** @return the highest ordinal */
    private long write(Table table, Path file) throws IOException {
        FingerprintWriter fingerprint = new FingerprintWriter(plan);
        long last;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            long firstId = FIRST_IDS.getOrDefault(table, 0L);
            RowWriter csv = new CsvRows(table, firstId, FIRST_IDS.get(Table.STORE), FIRST_IDS.get(Table.PRODUCT), out);
            last = table.isSeries()
                    ? writeSeries(table, List.of(csv, fingerprint))
                    : writeSmall(table, List.of(csv, fingerprint));
        }
        fingerprints.put(table, fingerprint.fingerprint());
        return last;
    }

    private long writeSmall(Table table, List<RowWriter> outs) {
        outs.forEach(out -> new TableRows(plan).write(table, out));
        return ((FingerprintWriter) outs.get(1)).fingerprint().rows() - 1;
    }

    private long writeSeries(Table table, List<RowWriter> outs) {
        SeriesGenerator generator = new SeriesGenerator(plan);
        SeriesBlock block = new SeriesBlock(plan.days());
        TableRows rows = new TableRows(plan);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            Consumer<RowWriter> write = out -> rows.writeSeries(table, block, out);
            outs.forEach(write);
        }
        return (long) plan.pairs() * plan.days() - 1;
    }
}
