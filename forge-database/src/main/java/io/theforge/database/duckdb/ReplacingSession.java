package io.theforge.database.duckdb;

import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.Records;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.RowsToDelete;
import io.theforge.database.sql.Sql;
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the new file beside the old one. The old one is open for writing the whole time, so that DuckDB's own lock keeps everybody
 * else from committing into a file that is about to go, and nothing is ever written to it.
 *
 * <p>When the old file holds nothing but ours, the new one starts empty and takes over the records of earlier runs; otherwise it
 * starts as a copy, byte for byte, from which our rows are deleted. In DuckDB, children and parents cannot be deleted in one
 * transaction; the new file becomes visible at once by its renaming, so each statement can be its own.
 */
final class ReplacingSession implements LoadSession {
    private static final String OLD = "forge_before";

    private final DatabaseFile file;
    private final OperationLock lock;
    private final Sql sql;
    private final NewFile newFile;

    /** For the copy. It stays open: closing any opening of a file ends all locks that the process has on it, DuckDB's too (fcntl). */
    private final @Nullable FileChannel oldBytes;

    private boolean newIsOpen;
    private boolean answerKeyWanted;
    private boolean committed;

    ReplacingSession(DatabaseFile file, Pieces pieces) throws SQLException {
        this.file = file;
        if (file.isFolder()) {
            throw Failures.folder(file.path());
        }
        file.createFolder();
        lock = OperationLock.take(file);
        Sql opened = null;
        FileChannel bytes = null;
        try {
            file.removeLeftovers();
            file.newFile().toFile().deleteOnExit();
            DatabaseFile.wal(file.newFile()).toFile().deleteOnExit();
            opened = Connections.inMemory(DatabaseFile.spill(file.newFile()));
            sql = opened;
            newFile = new NewFile(opened, file.newFile(), pieces);
            if (file.exists()) {
                bytes = FileChannel.open(file.path(), StandardOpenOption.READ);
                oldBytes = bytes;
                openOld();
                ProductionMarks.refuse(sql, Catalog.tables(sql), file.name());
            } else {
                oldBytes = null;
                file.refuseLeftoverWal();
                startEmpty();
            }
        } catch (IOException e) {
            abandon(opened, bytes);
            throw file.explain(e);
        } catch (SQLException | RuntimeException e) {
            abandon(opened, bytes);
            throw e;
        }
    }

    /** Attaching replays a leftover write-ahead log; the checkpoint makes the file whole without it. */
    private void openOld() throws SQLException {
        NewFile.attach(sql, file.path(), OLD, "");
        sql.run("CHECKPOINT " + OLD);
        file.refuseLeftoverWal();
        sql.run("USE " + OLD);
    }

    private void startEmpty() throws SQLException {
        newFile.create();
        newIsOpen = true;
    }

    /** Unless it has been started. */
    private void startAsCopy() throws SQLException {
        if (newIsOpen) {
            return;
        }
        file.copy(java.util.Objects.requireNonNull(oldBytes));
        newFile.open();
        newIsOpen = true;
    }

    @Override
    public Sql sql() {
        return sql;
    }

    @Override
    public void createTables() throws SQLException {
        Set<String> found = Catalog.tables(sql);
        boolean seven = found.containsAll(Catalog.sevenNames());
        boolean own = Records.areComplete(sql, found);
        if (seven && own) {
            return;
        }
        startAsCopy();
        createMissing(!seven, !own);
    }

    private void createMissing(boolean seven, boolean own) throws SQLException {
        if (seven) {
            sql.script(ReplacingSession.class, "tables.sql");
        }
        if (own) {
            Catalog.completeRecords(sql);
        }
    }

    @Override
    public void createAnswerKey() throws SQLException {
        Set<String> tables = Catalog.tables(sql);
        if (newIsOpen && !tables.contains(AnswerKey.TABLE.qualifiedName())) {
            AnswerKey.create(sql, tables);
        } else {
            answerKeyWanted = true; // when the rows of an earlier one have been removed
        }
    }

    @Override
    public List<String> dropIndexes(long newRows, long rowsStaying) {
        return List.of();
    }

    @Override
    public Map<Table, Long> removeOurs(Ownership ours) throws SQLException {
        Map<Table, Long> removed = newWithoutOurs(ours);
        if (answerKeyWanted) {
            AnswerKey.create(sql, Catalog.tables(sql));
        }
        return removed;
    }

    private Map<Table, Long> newWithoutOurs(Ownership ours) throws SQLException {
        if (!newIsOpen && Catalog.foreignRows(sql, ours) == 0) {
            Map<Table, Long> all = Counts.all(sql);
            Set<String> tables = Catalog.tables(sql);
            if (AnswerKey.isThere(sql, tables)) {
                all.put(AnswerKey.TABLE, AnswerKey.rows(sql, tables));
            }
            if (startEmptyWithRecords()) {
                return all;
            }
        }
        startAsCopy();
        return Removal.run(sql, ours);
    }

    @Override
    public Map<Table, Long> remove(RowsToDelete rows) throws SQLException {
        Map<Table, Long> nextIds = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            nextIds.put(table, nextId(table));
        }
        if (!newIsOpen && startEmptyWithRecords()) {
            Removal.takeOverAllBut(sql, OLD, rows);
            for (Map.Entry<Table, Long> next : nextIds.entrySet()) {
                restartIds(next.getKey(), next.getValue());
            }
            return rows.deleted();
        }
        startAsCopy();
        return Removal.run(sql, rows.conditions());
    }

    @Override
    public void writeBackupHead(OutputStream out) throws IOException {
        out.write("BEGIN TRANSACTION;\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String ownInBackup(String statements) {
        return Dump.ownIn(file.name(), statements);
    }

    @Override
    public String failing(String before, String reason) {
        return Dump.failing(before, reason);
    }

    @Override
    public void writeRows(String table, String condition, OutputStream out) throws SQLException, IOException {
        new Dump(sql, this::ownInBackup).rows(table, condition, out);
    }

    /** @return false, with nothing started, when the old file has definitions that are not ours */
    private boolean startEmptyWithRecords() throws SQLException {
        Set<String> definitions = Catalog.definitions(sql);
        Set<String> own = Catalog.tables(sql);
        boolean hasAnswerKey = AnswerKey.isThere(sql, own);
        own.removeIf(name -> !name.startsWith("theforge."));
        startEmpty();
        createMissing(true, true);
        if (hasAnswerKey) {
            AnswerKey.create(sql, Set.of());
        }
        if (!Catalog.definitions(sql).equals(definitions)) {
            newFile.complete();
            sql.run("USE " + OLD);
            newIsOpen = false;
            file.removeNew();
            return false;
        }
        own.remove("theforge.calendar_day");
        // its rows go with the facts
        own.remove(Table.TRUTH_DAILY.qualifiedName());
        for (String table : own) {
            sql.run("DELETE FROM " + table);
            sql.run("INSERT INTO " + table + " SELECT * FROM " + OLD + "." + table);
        }
        return true;
    }

    @Override
    public long nextId(Table table) throws SQLException {
        return Sequences.next(sql, table);
    }

    @Override
    public boolean mayStartAnew(Table table) {
        return true; // nobody else has the file open
    }

    @Override
    public TableSink<? extends Chunk, SQLException> load(Table table, Ids ids) throws SQLException {
        return new OverlappedLoad(sql, newFile, table, ids);
    }

    @Override
    public void restartIds(Table table, long next) throws SQLException {
        Sequences.advance(sql, table, next);
    }

    /** Nothing was dropped: DuckDB cannot drop or add a foreign key. */
    @Override
    public void restoreIndexes() throws SQLException {
        newFile.endLoad();
    }

    @Override
    public void commit() throws SQLException {
        newFile.complete();
        file.replaceByNew();
        committed = true;
    }

    @Override
    public void close() {
        abandon(sql, oldBytes);
    }

    private void abandon(@Nullable Sql opened, @Nullable FileChannel bytes) {
        try (lock;
                bytes) {
            if (opened != null) {
                opened.close();
            }
            if (!committed) {
                file.removeNew();
            }
        } catch (SQLException | IOException e) {
            // what is left lying is removed by the next operation
        }
    }
}
