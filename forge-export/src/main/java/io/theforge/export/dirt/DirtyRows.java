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
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a chunk that something hits, and enters what happens to them. */
final class DirtyRows {
    /** Rows that wait at most for one to pass them. */
    private static final int MOST_WAITING = 8;

    private static final Hit[] NONE = {};

    final LedgerChunk ledger;
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
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<Correction> corrections = new ArrayList<>();
    private @Nullable Waiting lastRemoved;
    private int removedMark;
    private final Hit[] found;
    private int rows;
    private int ofSeries;

    private record Hit(TableRule rule, long draw) {
        Effect effect() {
            return rule.kind.effect();
        }
    }

    private record Waiting(RowValues clean, Hit[] hits, TableRule rule) {}

    private record Correction(RowValues clean, TableRule rule) {}

    DirtyRows(RewindableChunk inner, DirtyTable table, TableRule[] rules, RowKeys keys) {
        this.inner = inner;
        this.rules = rules;
        found = new Hit[rules.length];
        this.keys = keys;
        shape = table.shape();
        ledger = new LedgerChunk(shape.columns());
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
        Hit[] hits = hits(clean, draws);
        for (Hit hit : hits) {
            if (hit.effect() == Effect.REMOVED && isFor(hit, clean)) {
                removedMark = ledger.mark();
                lastRemoved = new Waiting(clean.copy(), hits, hit.rule);
                enter(hit.rule, clean, 0, clean, null);
                return;
            }
        }
        for (Hit hit : hits) {
            if (hit.effect() == Effect.MOVED && waiting.size() < MOST_WAITING && isFor(hit, clean)) {
                waiting.add(new Waiting(clean.copy(), hits, hit.rule));
                return;
            }
        }
        write(clean, hits);
        while (!waiting.isEmpty()) {
            Waiting late = waiting.remove();
            int line = write(late.clean, late.hits);
            enter(late.rule, late.clean, line, late.clean, row.values());
        }
    }

    /** Returns the rules that hit a row and reach it; of those that are equal but for their limits, the first. */
    private Hit[] hits(RowValues clean, long[] draws) {
        int count = 0;
        for (int i = 0; i < draws.length; i++) {
            TableRule rule = rules[i];
            if (rule.isHit(draws[i]) && (count == 0 || found[count - 1].rule.key != rule.key) && rule.reaches(clean)) {
                found[count++] = new Hit(rule, draws[i]);
            }
        }
        return count == 0 ? NONE : Arrays.copyOf(found, count);
    }

    /** Returns whether a row that is to be removed or moved is one that the kind is for. */
    private boolean isFor(Hit hit, RowValues clean) {
        row.begin(clean);
        row.next(hit.draw, hit.rule.column);
        return hit.rule.kind.spoiler().spoil(row);
    }

    /** Writes a row and what comes behind it. @return its line */
    private int write(RowValues clean, Hit[] hits) {
        row.begin(clean);
        int line = rows + 1;
        keepMissing(clean, line);
        for (Hit hit : hits) {
            if (hit.effect() == Effect.CELLS || hit.effect() == Effect.LATE) {
                spoilCells(hit, clean, line);
            }
        }
        emit(row.values(), clean);
        for (Hit hit : hits) {
            if (hit.effect() == Effect.LINE_END) {
                ((TextEncoder) inner).carriageReturn();
                enter(hit.rule, clean, line, row.values(), row.values());
            }
        }
        boolean isKept = false;
        for (Hit hit : hits) {
            if (hit.effect() == Effect.ADDED) {
                if (!isKept) {
                    kept.take(row.values());
                    isKept = true;
                }
                row.next(hit.draw, -1);
                hit.rule.kind.spoiler().spoil(row);
                emit(row.values(), clean);
                enter(hit.rule, clean, rows, null, row.values());
                row.values().take(kept);
            }
        }
        return line;
    }

    private void spoilCells(Hit hit, RowValues clean, int line) {
        TableRule rule = hit.rule;
        row.next(hit.draw, rule.column);
        if (!rule.kind.spoiler().spoil(row)) {
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
            write(late.clean, late.hits);
        }
        if (ofSeries == 0 && lastRemoved != null) {
            ledger.rewind(removedMark);
            counts[lastRemoved.rule.kind.kind().ordinal()]--;
            write(lastRemoved.clean, lastRemoved.hits);
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

    private TextEncoder begin(TableRule rule, RowValues clean, int line) {
        counts[rule.kind.kind().ordinal()]++;
        keys.show(clean, ledger.begin(line));
        return ledger.endKey();
    }

    private void enterCell(TableRule rule, RowValues clean, int line, int column, @Nullable RowValues dirty) {
        TextEncoder out = begin(rule, clean, line);
        out.verbatim(names[column]);
        out.verbatim(rule.word);
        cell(clean, column, out);
        if (dirty == null) {
            out.nothing();
        } else {
            cell(dirty, column, out);
        }
        out.verbatim(rule.tail);
        out.endRow();
    }

    private void enter(
            TableRule rule, RowValues clean, int line, @Nullable RowValues before, @Nullable RowValues after) {
        TextEncoder out = begin(rule, clean, line);
        out.nothing();
        out.verbatim(rule.word);
        whole(before, out);
        whole(after, out);
        out.verbatim(rule.tail);
        out.endRow();
    }

    private static void cell(RowValues values, int column, TextEncoder out) {
        if (values.isText(column)) {
            out.text(values.shown(column));
        } else {
            values.writeField(column, out);
        }
    }

    /** Writes a whole row as a line of CSV, which is a text of the ledger's: in quotes, because of its commas. */
    private void whole(@Nullable RowValues values, TextEncoder out) {
        out.startRow(0);
        if (values == null) {
            out.nothing();
            return;
        }
        out.put('"');
        if (hasId) {
            out.verbatim(Long.toString(values.ordinal() + 1));
        }
        for (int i = 0; i < names.length; i++) {
            if (values.isText(i)) {
                out.verbatim(CsvField.of(values.shown(i)).replace("\"", "\"\""));
            } else {
                values.writeField(i, out);
            }
        }
        out.putLast('"');
        out.put(',');
    }

    /** The rows have been handed over; counts stay. */
    void clear() {
        ledger.clear();
        rows = 0;
    }
}
