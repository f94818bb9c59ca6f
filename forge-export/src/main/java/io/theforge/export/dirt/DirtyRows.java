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
                enter(rule, clean, 0, null, whole(clean), null);
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
            enter(late.rule, late.clean, line, null, whole(late.clean), whole(row.values()));
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
                enter(rule, clean, line, null, whole(row.values()), whole(row.values()));
            }
        }
        RowValues spoiled = null;
        for (int i = 0; i < rules.length; i++) {
            TableRule rule = rules[i];
            if (rule.kind.effect() == Effect.ADDED && rule.isHit(draws[i]) && rule.reaches(clean)) {
                spoiled = spoiled == null ? row.values().copy() : spoiled;
                row.next(draws[i], -1);
                rule.kind.spoiler().spoil(row);
                emit(row.values(), clean);
                enter(rule, clean, rows, null, null, whole(row.values()));
                row.values().take(spoiled);
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
            enter(
                    rule,
                    clean,
                    line,
                    shape.columns().get(column).name(),
                    clean.shown(column),
                    row.values().shown(column));
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
            enter(missing, clean, line, shape.columns().get(column).name(), clean.shown(column), null);
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
            enter(correction.rule, correction.clean, rows, null, null, whole(correction.clean));
            counts[correction.rule.kind.kind().ordinal()]--;
        }
        corrections.clear();
        lastRemoved = null;
        ofSeries = 0;
    }

    private void enter(
            TableRule rule,
            RowValues clean,
            int line,
            @Nullable String column,
            @Nullable String before,
            @Nullable String after) {
        ledger.add(keys.shown(clean), line, column, rule.kind.word(), before, after, rule.tail);
        counts[rule.kind.kind().ordinal()]++;
    }

    /** Returns a whole row as a line of CSV. */
    private String whole(RowValues values) {
        List<@Nullable String> fields = new ArrayList<>();
        if (hasId) {
            fields.add(Long.toString(values.ordinal() + 1));
        }
        for (int i = 0; i < shape.columns().size(); i++) {
            fields.add(values.shown(i));
        }
        return CsvField.line(fields);
    }

    /** The rows have been handed over; counts stay. */
    void clear() {
        ledger.clear();
        rows = 0;
    }
}
