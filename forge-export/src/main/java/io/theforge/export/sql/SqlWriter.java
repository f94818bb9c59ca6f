package io.theforge.export.sql;

import io.theforge.database.duckdb.RecordStatements;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.postgres.LoadScript;
import io.theforge.database.record.DatasetRecord;
import io.theforge.database.record.IdReservation;
import io.theforge.export.file.ByteFile;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FormatWriter;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.References;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the script from its first line to its last: the tables that there are to be, then one table's rows after another's. */
final class SqlWriter implements FormatWriter {
    private static final long RUN_ID = 1;

    private final ExportFolder folder;
    private final @Nullable Plan plan;
    private final boolean isRecorded;
    private final Set<Table> opened = EnumSet.noneOf(Table.class);
    private @Nullable ByteFile file;
    private @Nullable StockStates states;

    /** @param plan that of all rows; null where not all of them are the Forge's */
    SqlWriter(ExportFolder folder, @Nullable Plan plan, boolean isWhole) {
        this.folder = folder;
        this.plan = plan;
        isRecorded = isWhole && plan != null;
    }

    @Override
    public SqlSink open(ExportTable exported, String path) throws IOException {
        ByteFile into = file == null ? begin(path) : file;
        Table table = exported.table();
        String name = table == null ? '"' + exported.name() + '"' : table.qualifiedName();
        if (table == null) {
            print(into, LoadScript.table(exported.name(), exported.columns()));
        } else {
            References.require(table, opened, path);
            create(table, into);
            opened.add(table);
        }
        print(into, LoadScript.beginRows(name, exported.columns()));
        return new SqlSink(into, exported.columns());
    }

    private ByteFile begin(String path) throws IOException {
        ByteFile begun = folder.create(path);
        file = begun;
        print(begun, LoadScript.begin());
        return begun;
    }

    private void create(Table table, ByteFile into) throws IOException {
        if (table == Table.TRUTH_DAILY) {
            print(into, LoadScript.answerKey());
        } else if (!hasSeven()) {
            print(into, LoadScript.tables());
            if (isRecorded) {
                print(into, LoadScript.ownTables());
            }
        }
    }

    private boolean hasSeven() {
        return opened.stream().anyMatch(Table.SEVEN::contains);
    }

    @Override
    public void states(StockStates atTheEnd) {
        states = atTheEnd;
    }

    @Override
    public void finish(@Nullable String fingerprint, Map<String, TableTotals> tables) throws IOException {
        ByteFile into = Objects.requireNonNull(file);
        Ids ids = plan == null ? Ids.fromOne() : IdReservation.fromOne(plan);
        if (hasSeven()) {
            print(into, LoadScript.afterRows(ids));
        }
        if (isRecorded && fingerprint != null) {
            record(Objects.requireNonNull(plan), ids, tables, into);
        }
        print(into, LoadScript.END);
        into.finish();
    }

    private void record(Plan dataset, Ids ids, Map<String, TableTotals> tables, ByteFile into) throws IOException {
        Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
        opened.forEach(table -> fingerprints.put(
                table, Objects.requireNonNull(tables.get(table.sqlName())).fingerprint()));
        try (OutputStream out = new BufferedOutputStream(streamTo(into))) {
            RecordStatements.write(
                    sql -> {
                        CalendarDates.adopt(sql, dataset, RUN_ID);
                        DatasetRecord.write(sql, RUN_ID, dataset, ids, fingerprints, states);
                        return RUN_ID;
                    },
                    out);
        } catch (SQLException e) {
            throw new IOException("the record of the run could not be made: " + e.getMessage(), e);
        }
        if (states == null) {
            print(into, LoadScript.recordedIds());
        }
    }

    private static OutputStream streamTo(ByteFile file) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                file.write(new byte[] {(byte) value}, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                file.write(Arrays.copyOfRange(bytes, from, from + length), length);
            }
        };
    }

    private static void print(ByteFile into, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        into.write(bytes, bytes.length);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
