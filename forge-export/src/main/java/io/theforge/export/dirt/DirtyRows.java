package io.theforge.export.dirt;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.kind.Effect;
import io.theforge.export.dirt.ledger.CsvField;
import io.theforge.export.dirt.ledger.LedgerChunk;
import io.theforge.export.dirt.row.RowValues;
import io.theforge.export.dirt.row.Spoiling;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.export.file.RewindableChunk;
import io.theforge.export.text.TextEncoder;
import io.theforge.table.Column;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a chunk that something hits, and enters what happens to them. */
final class DirtyRows {
    /** Rows that wait at most for one to pass them. */
    private static final int MOST_WAITING = 8;

    final LedgerChunk ledger = new LedgerChunk();
    final long[] counts = new long[DirtKind.values().length];
    private final RewindableChunk inner;
    private final TableShape shape;
    private final TableRule[] rules;
    private final RowKeys keys;
    private final Spoiling row;
    private final boolean hasId;
    private final Drift drift;
    private final String[] names;
    private final RowValues kept;
    private final StringBuilder wholeRow = new StringBuilder();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<Correction> corrections = new ArrayList<>();
    private @Nullable Waiting lastRemoved;
    private int removedMark;
    private @Nullable TableRule removedBy;
    private int rows;
    private int ofSeries;

    private record Waiting(RowValues clean, long[] draws, TableRule rule) {}

    private record Correction(RowValues clean, TableRule rule) {}

    DirtyRows(RewindableChunk inner, DirtyTable table, TableRule[] rules, RowKeys keys) {
        this.inner = inner;
        this.rules = rules;
        this.keys = keys;
        shape = table.shape();
        hasId = table.hasId();
        drift = table.drift();
        names = shape.columns().stream().map(Column::name).toArray(String[]::new);
        kept = new RowValues(names.length);
        row = new Spoiling(shape, table.settings().firstDay(), table.settings().lastDay());
    }

    /** Returns how many rows there are by now. */
    int rows() {
        return rows;
    }

    /** Returns whether a row that nothing hits may stay where it is. */
    boolean isIdle(boolean isOtherSeries) {
        return waiting.isEmpty() && (!isOtherSeries || (corrections.isEmpty() && lastRemoved == null));
    }

    /** A row has been written that nothing hits. */
    void passed(boolean isOtherSeries) {
        rows++;
        ofSeries = isOtherSeries ? 1 : ofSeries + 1;
    }

    /** Writes a row, or not. @param draws of each rule */
    void add(RowValues clean, long[] draws) {
        for (int i = 0; i < rules.length; i++) {
            TableRule rule = rules[i];
            if (rule.kind.effect() == Effect.REMOVED && isHit(rule, clean, draws[i])) {
                removedMark = ledger.mark();
                removedBy = rule;
                lastRemoved = new Waiting(clean.copy(), draws.clone(), rule);
                enter(rule, clean, 0, clean, null);
                return;
            }
        }
        for (int i = 0; i < rules.length; i++) {
            TableRule rule = rules[i];
            if (rule.kind.effect() == Effect.MOVED && waiting.size() < MOST_WAITING && isHit(rule, clean, draws[i])) {
                waiting.add(new Waiting(clean.copy(), draws.clone(), rule));
                return;
            }
        }
        write(clean, draws);
        while (!waiting.isEmpty()) {
            Waiting late = waiting.remove();
            int line = write(late.clean, late.draws);
            enter(late.rule, late.clean, line, late.clean, row.values());
        }
    }

    /** Returns whether a rule takes a row that is to be removed or moved: those ask for the clean one. */
    private boolean isHit(TableRule rule, RowValues clean, long draw) {
        if (!rule.isHit(draw) || !rule.reaches(clean)) {
            return false;
        }
        row.begin(clean);
        row.next(draw, rule.column);
        return rule.kind.spoiler().spoil(row);
    }

    /** Writes a row and what comes behind it. @return its line */
    private int write(RowValues clean, long[] draws) {
        row.begin(clean);
        int line = rows + 1;
        keepMissing(clean, line);
        for (int i = 0; i < rules.length; i++) {
            Effect effect = rules[i].kind.effect();
            if (rules[i].isHit(draws[i]) && (effect == Effect.CELLS || effect == Effect.LATE)) {
                spoilCells(rules[i], clean, draws[i], line);
            }
        }
        emit(row.values(), clean);
        for (int i = 0; i < rules.length; i++) {
            TableRule rule = rules[i];
            if (!rule.isHit(draws[i]) || !rule.reaches(clean)) {
                continue;
            }
            if (rule.kind.effect() == Effect.LINE_END) {
                ((TextEncoder) inner).carriageReturn();
                enter(rule, clean, line, row.values(), row.values());
            }
        }
        boolean isKept = false;
        for (int i = 0; i < rules.length; i++) {
            TableRule rule = rules[i];
            if (rule.kind.effect() == Effect.ADDED && rule.isHit(draws[i]) && rule.reaches(clean)) {
                if (!isKept) {
                    kept.take(row.values());
                    isKept = true;
                }
                row.next(draws[i], -1);
                rule.kind.spoiler().spoil(row);
                emit(row.values(), clean);
                enter(rule, clean, rows, null, row.values());
                row.values().take(kept);
            }
        }
        return line;
    }

    private void spoilCells(TableRule rule, RowValues clean, long draw, int line) {
        row.next(draw, rule.column);
        if (!rule.reaches(clean) || !rule.kind.spoiler().spoil(row)) {
            return;
        }
        for (int i = 0; i < row.changes(); i++) {
            int column = row.changed(i);
            enterCell(rule, clean, line, column, row.values());
            counts[rule.kind.kind().ordinal()] -= i == 0 ? 0 : 1;
        }
        if (rule.kind.effect() == Effect.LATE) {
            corrections.add(new Correction(clean.copy(), rule));
        }
    }

    private void emit(RowValues values, RowValues clean) {
        if (drift.isNone()) {
            values.writeTo(inner);
        } else {
            drift.write(values, clean, inner);
        }
        rows++;
        ofSeries++;
    }

    /** A column that is not there takes no other dirt, and what was in it is known to the ledger alone. */
    private void keepMissing(RowValues clean, int line) {
        TableRule missing = drift.missing();
        if (missing != null && drift.lacks(drift.missingColumn(), clean)) {
            int column = drift.missingColumn();
            row.keep(column);
            enterCell(missing, clean, line, column, null);
        }
    }

    /** Writes what comes at the end of a series. One of its rows stays at least, so that it has a place. */
    void endSeries() {
        while (!waiting.isEmpty()) {
            Waiting late = waiting.remove();
            write(late.clean, late.draws);
        }
        if (ofSeries == 0 && lastRemoved != null && removedBy != null) {
            ledger.rewind(removedMark);
            counts[removedBy.kind.kind().ordinal()]--;
            write(lastRemoved.clean, lastRemoved.draws);
        }
        for (Correction correction : corrections) {
            emit(correction.clean, correction.clean);
            enter(correction.rule, correction.clean, rows, null, correction.clean);
            counts[correction.rule.kind.kind().ordinal()]--;
        }
        corrections.clear();
        lastRemoved = null;
        ofSeries = 0;
    }

    private StringBuilder begin(TableRule rule, RowValues clean, int line) {
        counts[rule.kind.kind().ordinal()]++;
        keys.show(clean, ledger.begin(line));
        return ledger.endKey();
    }

    private void enterCell(TableRule rule, RowValues clean, int line, int column, @Nullable RowValues dirty) {
        StringBuilder out = begin(rule, clean, line);
        out.append(',').append(names[column]).append(',').append(rule.word).append(',');
        show(clean, column, out);
        out.append(',');
        if (dirty != null) {
            show(dirty, column, out);
        }
        out.append(rule.tail);
    }

    private void enter(
            TableRule rule, RowValues clean, int line, @Nullable RowValues before, @Nullable RowValues after) {
        StringBuilder out = begin(rule, clean, line);
        out.append(",,").append(rule.word).append(',');
        whole(before, out);
        whole(after, out.append(','));
        out.append(rule.tail);
    }

    private static void show(RowValues values, int column, StringBuilder out) {
        if (values.isText(column)) {
            CsvField.append(values.shown(column), out);
        } else {
            values.show(column, out);
        }
    }

    /** Appends a whole row as a line of CSV, which is a text of the ledger's. */
    private void whole(@Nullable RowValues values, StringBuilder out) {
        if (values == null) {
            return;
        }
        StringBuilder line = wholeRow;
        line.setLength(0);
        if (hasId) {
            line.append(values.ordinal() + 1);
        }
        for (int i = 0; i < names.length; i++) {
            if (i > 0 || hasId) {
                line.append(',');
            }
            show(values, i, line);
        }
        CsvField.append(line.toString(), out);
    }

    /** The rows have been handed over; counts stay. */
    void clear() {
        ledger.clear();
        rows = 0;
    }
}
