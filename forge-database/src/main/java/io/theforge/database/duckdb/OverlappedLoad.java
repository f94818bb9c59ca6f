package io.theforge.database.duckdb;

import io.theforge.database.session.Ahead;
import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The load of a file that nobody else sees: while the rows of one piece go from their stage into the table, on a thread of their own,
 * the next piece is appended to another stage. Stages are tables of the engine's own database in memory, which all of its
 * connections see.
 */
final class OverlappedLoad implements TableSink<FieldBuffer, SQLException> {
    private final NewFile newFile;
    private final Table table;
    private final Ids ids;
    private final Sql loading;
    private final DuckDBConnection staging;
    private Stage stage;
    private Stage other;
    private @Nullable Ahead<Long> moving;
    private long moved;
    private long movedAtOpening;
    private boolean open = true;

    /** @param loading is used by nobody else until the load has ended */
    OverlappedLoad(Sql loading, NewFile newFile, Table table, Ids ids) throws SQLException {
        this.loading = loading;
        this.newFile = newFile;
        this.table = table;
        this.ids = ids;
        staging =
                loading.connection().unwrap(DuckDBConnection.class).duplicate().unwrap(DuckDBConnection.class);
        stage = new Stage(staging, "memory", "forge_stage_1", table);
        other = new Stage(staging, "memory", "forge_stage_2", table);
        try {
            stage.begin();
        } catch (SQLException | RuntimeException e) {
            staging.close(); // while it is open, so is the engine
            throw e;
        }
    }

    @Override
    public FieldBuffer newChunk() {
        return new FieldBuffer(table, ids);
    }

    @Override
    public void write(FieldBuffer chunk) throws SQLException {
        stage.append(chunk);
        if (stage.isFull()) {
            stage.end();
            awaitMoved();
            // before the next move begins: what a transaction can still see is not given back
            other.begin();
            Stage full = stage;
            moving = Ahead.begin("forge-insert", () -> move(full));
            stage = other;
            other = full;
        }
    }

    private long move(Stage full) throws SQLException {
        long rows = full.moveInto(loading, table.qualifiedName());
        if (moved + rows - movedAtOpening >= newFile.rowsPerOpening()) {
            newFile.openAfresh();
            movedAtOpening = moved + rows;
        }
        return rows;
    }

    private void awaitMoved() throws SQLException {
        if (moving != null) {
            moved += moving.get();
            moving = null;
        }
    }

    @Override
    public long finish() throws SQLException {
        stage.end();
        awaitMoved();
        moved += stage.moveInto(loading, table.qualifiedName());
        open = false;
        stage.drop();
        other.drop();
        staging.close();
        return moved;
    }

    @Override
    public void close() throws SQLException {
        if (open) {
            open = false;
            if (moving != null) {
                moving.awaitEnd(); // it has the connection
            }
            try (staging) {
                stage.abandon();
            }
        }
    }
}
