package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pieces of three rows, and a file that is opened afresh after six. A thread that stays is a test that does not end. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class OverlappedLoadTest {
    private static final Ids IDS = Ids.fromOne();

    @TempDir
    Path folder;

    private Sql sql;
    private NewFile file;

    @BeforeEach
    void begin() throws SQLException {
        sql = Connections.inMemory(folder.resolve("spill"));
        file = new NewFile(sql, folder.resolve("new.duckdb"), new Pieces(3, 6));
        file.create();
        sql.script(ReplacingSession.class, "tables.sql");
    }

    @AfterEach
    void end() throws SQLException {
        sql.close();
    }

    private OverlappedLoad load() throws SQLException {
        return new OverlappedLoad(sql, file, Table.STORE, IDS);
    }

    private static FieldBuffer stores(int first, int rows) {
        FieldBuffer chunk = new FieldBuffer(Table.STORE, IDS);
        for (int store = first; store < first + rows; store++) {
            chunk.startRow(store);
            chunk.text("S" + store);
            for (int text = 0; text < 4; text++) {
                chunk.text("x");
            }
            chunk.endRow();
        }
        return chunk;
    }

    /** Through another connection: the transaction of a piece that was refused is still open. */
    private long there() throws SQLException {
        try (Connection other = sql.connection().unwrap(DuckDBConnection.class).duplicate()) {
            return Sql.on(other).number("SELECT count(*) FROM forge_after.store");
        }
    }

    private long stagesLeft() throws SQLException {
        return sql.number("SELECT count(*) FROM duckdb_tables() WHERE starts_with(table_name, 'forge_stage')");
    }

    /** The end of a thread that has handed over its result may be a moment away. */
    private static void noThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("forge-insert")) {
                thread.join();
            }
        }
    }

    @Test
    void allRowsAreThereWhereverPiecesAndOpeningsEnd() throws Exception {
        for (int rows = 0; rows <= 13; rows++) {
            sql.run("DELETE FROM store");
            try (OverlappedLoad load = load()) {
                for (int row = 0; row < rows; row++) {
                    load.write(stores(row, 1));
                }
                assertThat(load.finish()).isEqualTo(rows);
            }
            assertThat(there()).isEqualTo(rows);
            assertThat(stagesLeft()).isZero();
        }
        noThreadIsLeft();
    }

    @Test
    void aPieceThatIsRefusedIsToldWhenTheNextOneIsFull() throws Exception {
        try (OverlappedLoad load = load()) {
            load.write(stores(0, 3));
            load.write(stores(0, 3));
            assertThatThrownBy(() -> load.write(stores(6, 3)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("onstraint");
        }
        assertThat(there()).isEqualTo(3);
        noThreadIsLeft();
    }

    @Test
    void aPieceThatIsRefusedIsToldAtTheEndWhereNoOtherComes() throws Exception {
        try (OverlappedLoad load = load()) {
            load.write(stores(0, 3));
            load.write(stores(0, 3));
            assertThatThrownBy(load::finish).isInstanceOf(SQLException.class).hasMessageContaining("onstraint");
        }
        assertThat(there()).isEqualTo(3);
        noThreadIsLeft();
    }

    @Test
    void anAppendThatFailsWhileAPieceIsMovedWaitsForIt() throws Exception {
        FieldBuffer calendar = new FieldBuffer(Table.CALENDAR, IDS);
        for (int column = 0; column < Table.CALENDAR.columns().size(); column++) {
            calendar.bool(true);
        }
        OverlappedLoad load = load();
        load.write(stores(0, 3));
        assertThatThrownBy(() -> load.write(calendar)).isInstanceOf(SQLException.class);
        load.close();

        assertThat(there()).isEqualTo(3);
        noThreadIsLeft();
    }

    @Test
    void aLoadThatIsInterruptedEndsWithoutLeavingItsThread() throws Exception {
        OverlappedLoad load = load();
        Thread.currentThread().interrupt();
        load.write(stores(0, 3));
        load.close();

        assertThat(Thread.interrupted()).as("is kept").isTrue();
        assertThat(there()).isEqualTo(3);
        noThreadIsLeft();
    }

    @Test
    void nothingHoldsTheFileWhenItsEngineIsClosedAfterAFailure() throws Exception {
        try (OverlappedLoad load = load()) {
            load.write(stores(0, 1));
        }
        sql.close();

        try (Sql other = Connections.writing(folder.resolve("new.duckdb"))) {
            assertThat(other.number("SELECT 1")).isEqualTo(1);
        }
        sql = Connections.inMemory(folder.resolve("spill"));
    }
}
