package io.theforge.export.duckdb;

import io.theforge.config.model.ConfigException;
import io.theforge.database.duckdb.DuckDbTarget;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.DatasetRecord;
import io.theforge.database.record.IdReservation;
import io.theforge.database.session.LoadSession;
import io.theforge.database.sql.Sql;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FormatWriter;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.References;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills the file through the door by which {@code --full-new} fills one. */
final class DuckDbWriter implements FormatWriter {
    private static final long RUN_ID = 1;

    private final ExportFolder folder;
    private final @Nullable Plan plan;
    private final boolean isRecorded;
    private final Ids ids;
    private final Set<Table> opened = EnumSet.noneOf(Table.class);
    private @Nullable LoadSession session;
    private @Nullable StockStates states;
    private String path = "";

    /** @param plan that of all rows; null where not all of them are the Forge's */
    DuckDbWriter(ExportFolder folder, @Nullable Plan plan, boolean isWhole) {
        this.folder = folder;
        this.plan = plan;
        isRecorded = isWhole && plan != null;
        ids = plan == null ? Ids.fromOne() : IdReservation.fromOne(plan);
    }

    @Override
    public TableSink<? extends Chunk, IOException> open(ExportTable exported, String path) throws IOException {
        Table table = exported.table();
        if (table == null) {
            throw new ConfigException(
                    "a DuckDB file has the seven tables, and no " + exported.name(),
                    "take the layout tables, or another format",
                    "--format");
        }
        References.require(table, opened, path);
        opened.add(table);
        try {
            LoadSession into = session == null ? begin(path) : session;
            if (table == Table.TRUTH_DAILY) {
                into.createAnswerKey();
            }
            return new DuckDbSink<>(into.load(table, ids));
        } catch (SQLException e) {
            throw DuckDbSink.explain(e);
        }
    }

    private LoadSession begin(String file) throws SQLException, IOException {
        path = file;
        LoadSession begun = new DuckDbTarget(folder.place(file)).openForReplacing();
        session = begun;
        begun.createTables();
        if (isRecorded) {
            CalendarDates.adopt(begun.sql(), Objects.requireNonNull(plan), RUN_ID);
        }
        return begun;
    }

    @Override
    public void states(StockStates atTheEnd) {
        states = atTheEnd;
    }

    @Override
    public void finish(@Nullable String fingerprint, Map<String, TableTotals> tables) throws IOException {
        LoadSession into = Objects.requireNonNull(session);
        try (into) {
            for (Table table : Table.SEVEN) {
                if (table.hasId()) {
                    long behind = into.sql().number("SELECT coalesce(max(id), 0) + 1 FROM " + table.qualifiedName());
                    into.restartIds(table, Math.max(behind, ids.block(table).last() + 1));
                }
            }
            if (isRecorded && fingerprint == null) {
                // Somebody has changed the rows: they are nobody's that the Forge knows
                CalendarDates.forgetUnlessOurs(into.sql(), Ownership.NONE);
            } else if (isRecorded) {
                record(into, Objects.requireNonNull(plan), tables);
            }
            into.commit();
        } catch (SQLException e) {
            throw DuckDbSink.explain(e);
        }
        Path file = folder.place(path);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".lock"));
        folder.add(path);
    }

    private void record(LoadSession into, Plan dataset, Map<String, TableTotals> tables) throws SQLException {
        Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
        opened.forEach(table -> fingerprints.put(
                table, Objects.requireNonNull(tables.get(table.sqlName())).fingerprint()));
        Ids recorded = states == null ? idsOf(into.sql()) : ids;
        DatasetRecord.write(into.sql(), RUN_ID, dataset, recorded, fingerprints, states);
    }

    /** Rows out of a database have kept its ids. */
    private static Ids idsOf(Sql sql) throws SQLException {
        Map<Table, Ids.Block> blocks = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            if (table.hasId()) {
                String from = " FROM " + table.qualifiedName();
                blocks.put(
                        table,
                        new Ids.Block(
                                sql.number("SELECT coalesce(min(id), 1)" + from),
                                sql.number("SELECT coalesce(max(id), 0)" + from)));
            }
        }
        return new Ids(blocks);
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
