package io.theforge.bench;

import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Rows straight into an appender; every id counts from 1. */
final class AppenderWriter implements RowWriter {
    private final DuckDBAppender appender;
    private final boolean hasId;

    AppenderWriter(DuckDBAppender appender, Table table) {
        this.appender = appender;
        hasId = table.hasId();
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void startRow(long ordinal) {
        run(appender::beginRow);
        if (hasId) {
            integer((int) (ordinal + 1));
        }
    }

    @Override
    public void store(int storeIndex) {
        if (storeIndex < 0) {
            nothing();
        } else {
            integer(storeIndex + 1);
        }
    }

    @Override
    public void product(int productIndex) {
        integer(productIndex + 1);
    }

    @Override
    public void text(@Nullable String value) {
        run(() -> appender.append(value));
    }

    @Override
    public void date(int epochDay) {
        run(() -> appender.appendEpochDays(epochDay));
    }

    @Override
    public void integer(int value) {
        run(() -> appender.append(value));
    }

    @Override
    public void cents(long cents) {
        run(() -> appender.appendDecimal(cents));
    }

    @Override
    public void real(double value) {
        run(() -> appender.append(value));
    }

    @Override
    public void basisPoints(int basisPoints) {
        run(() -> appender.appendDecimal((long) basisPoints));
    }

    @Override
    public void bool(boolean value) {
        run(() -> appender.append(value));
    }

    @Override
    public void nothing() {
        run(appender::appendNull);
    }

    @Override
    public void endRow() {
        run(appender::endRow);
    }
}
