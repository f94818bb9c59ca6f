package io.theforge.export.dirt;

import io.theforge.export.dirt.kind.Unit;
import io.theforge.export.dirt.ledger.LedgerChunk;
import io.theforge.export.dirt.row.RowValues;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.export.file.RewindableChunk;
import io.theforge.random.Keys;
import io.theforge.sink.Chunk;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Spoils rows on their way into another chunk. A row is passed on as it comes and kept beside; only where something hits it, it is taken
 * back and written anew.
 */
final class DirtyChunk<C extends RewindableChunk> implements Chunk {
    final C inner;
    final DirtyRows rows;
    private final RowValues clean;
    private final TableRule[] rules;
    private final long[] draws;
    private final long[] drawKeys;
    private final long[] thresholds;
    private final Unit[] units;
    private final boolean isOfStoreDays;
    private final long file;
    private final boolean isDrifting;
    private final RowKeys keys;
    private int rowStart;

    DirtyChunk(C inner, DirtyTable table) {
        this.inner = inner;
        TableShape shape = table.shape();
        clean = new RowValues(shape.columns().size());
        rules = table.ofRows().toArray(TableRule[]::new);
        file = table.fileKey();
        isDrifting = !table.drift().isNone();
        draws = new long[rules.length];
        drawKeys = Arrays.stream(rules).mapToLong(rule -> rule.key).toArray();
        thresholds = Arrays.stream(rules).mapToLong(rule -> rule.threshold).toArray();
        units = Arrays.stream(rules).map(rule -> rule.kind.unit()).toArray(Unit[]::new);
        isOfStoreDays = Arrays.stream(rules).anyMatch(rule -> rule.kind.unit() == Unit.STORE_DAY);
        keys = new RowKeys(shape);
        rows = new DirtyRows(inner, table, rules, keys);
    }

    LedgerChunk ledger() {
        return rows.ledger;
    }

    @Override
    public int size() {
        return inner.size();
    }

    @Override
    public void clear() {
        inner.clear();
        rows.clear();
        rowStart = 0;
    }

    @Override
    public void startRow(long ordinal) {
        rowStart = inner.mark();
        clean.startRow(ordinal);
        if (!isDrifting) {
            inner.startRow(ordinal);
        }
    }

    @Override
    public void store(int storeIndex) {
        clean.store(storeIndex);
        if (!isDrifting) {
            inner.store(storeIndex);
        }
    }

    @Override
    public void product(int productIndex) {
        clean.product(productIndex);
        if (!isDrifting) {
            inner.product(productIndex);
        }
    }

    @Override
    public void text(@Nullable String value) {
        clean.text(value);
        if (!isDrifting) {
            inner.text(value);
        }
    }

    @Override
    public void date(int epochDay) {
        clean.date(epochDay);
        if (!isDrifting) {
            inner.date(epochDay);
        }
    }

    @Override
    public void integer(int value) {
        clean.integer(value);
        if (!isDrifting) {
            inner.integer(value);
        }
    }

    @Override
    public void cents(long cents) {
        clean.cents(cents);
        if (!isDrifting) {
            inner.cents(cents);
        }
    }

    @Override
    public void basisPoints(int basisPoints) {
        clean.basisPoints(basisPoints);
        if (!isDrifting) {
            inner.basisPoints(basisPoints);
        }
    }

    @Override
    public void real(double value) {
        clean.real(value);
        if (!isDrifting) {
            inner.real(value);
        }
    }

    @Override
    public void bool(boolean value) {
        clean.bool(value);
        if (!isDrifting) {
            inner.bool(value);
        }
    }

    @Override
    public void nothing() {
        clean.nothing();
        if (!isDrifting) {
            inner.nothing();
        }
    }

    @Override
    public void endRow() {
        if (!isDrifting) {
            inner.endRow();
        }
        boolean isOtherSeries = keys.next(clean);
        long row = keys.ofRow(clean);
        long storeDay = isOfStoreDays ? keys.ofStoreDay(clean) : 0;
        boolean isHit = isDrifting;
        for (int i = 0; i < rules.length; i++) {
            long of = units[i] == Unit.ROW ? row : units[i] == Unit.STORE_DAY ? storeDay : file;
            long draw = Keys.bits(drawKeys[i], of);
            draws[i] = draw;
            isHit |= draw >>> 12 < thresholds[i];
        }
        if (!isHit && rows.isIdle(isOtherSeries)) {
            rows.passed(isOtherSeries);
        } else {
            inner.rewind(rowStart);
            if (isOtherSeries) {
                rows.endSeries();
            }
            rows.add(clean, draws);
        }
    }
}
