package io.theforge.export.dirt.undo;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.kind.Effect;
import io.theforge.export.dirt.ledger.CsvLine;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.table.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the dirt off the records of one file, in the reverse order in which it came. */
final class CleanRows {
    private final String file;
    private final List<Column> columns;
    private final LedgerWindow ledger;
    private final RowOrder order;
    private final Target target;
    private final @Nullable LedgerEntry renamed;
    private final @Nullable LedgerEntry added;

    /** What takes the clean rows. */
    interface Target {
        void row(List<@Nullable String> fields, String place) throws IOException;
    }

    /** @param order of the table, which goes on from file to file */
    CleanRows(String file, List<Column> columns, LedgerWindow ledger, RowOrder order, Target target) {
        this.file = file;
        this.columns = columns;
        this.ledger = ledger;
        this.order = order;
        this.target = target;
        renamed = ledger.ofFile(DirtKind.COLUMN_RENAMED);
        added = ledger.ofFile(DirtKind.COLUMN_ADDED);
    }

    /** Reads all records of the file. */
    void run(Records records) throws IOException {
        while (records.next()) {
            List<LedgerEntry> entries = ledger.take(records.line());
            String place = file + ": line " + records.line();
            List<@Nullable String> row = row(records, entries, place);
            if (row != null) {
                putBack(row);
                write(row, place);
            }
        }
        putBack(null);
        if (!ledger.isEnded()) {
            throw UndoException.unknownChange(file + " ends before the rows that " + LedgerEntry.FILE + " names");
        }
    }

    private void write(List<@Nullable String> row, String place) throws IOException {
        order.written(row);
        target.row(row, place);
    }

    /** Puts back what has its place before a row; all that is left where that is null. */
    private void putBack(@Nullable List<@Nullable String> next) throws IOException {
        List<List<@Nullable String>> rows = eligible(next);
        while (!rows.isEmpty()) {
            for (List<@Nullable String> row : rows) {
                write(row, LedgerEntry.FILE);
            }
            ledger.fill();
            rows = eligible(next);
        }
    }

    /** Those that come before a row stand before all others. */
    private List<List<@Nullable String>> eligible(@Nullable List<@Nullable String> next) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<@Nullable String> row = ledger.firstPutBack();
        while (row != null && (next == null || order.isBefore(row, next))) {
            rows.add(row);
            ledger.tookPutBack();
            row = ledger.firstPutBack();
        }
        rows.sort(order::compare);
        return rows;
    }

    /** Returns the clean row of a record; null where there is none. */
    private @Nullable List<@Nullable String> row(Records records, List<LedgerEntry> entries, String place)
            throws IOException {
        boolean isKnownEnd = false;
        for (LedgerEntry entry : entries) {
            DirtKind kind = LedgerWindow.kind(entry).kind();
            if (kind == DirtKind.LAST_LINE_TRUNCATED) {
                require(records.text().equals(text(entry.dirty())), place + " does not end as the ledger says");
                records.replace(text(entry.clean()));
            }
            isKnownEnd |= kind == DirtKind.MIXED_LINE_ENDS || kind == DirtKind.LAST_LINE_TRUNCATED;
        }
        require(isKnownEnd || !records.hasCarriageReturn(), place + " ends as on Windows");
        Map<String, @Nullable String> fields = records.fields();
        if (renamed != null && fields.containsKey(renamed.dirty())) {
            fields.put(text(renamed.clean()), fields.remove(renamed.dirty()));
        }
        if (added != null && fields.containsKey(added.column())) {
            require(
                    Objects.equals(fields.remove(added.column()), added.dirty()),
                    place + " has something else in " + added.column());
        }
        List<@Nullable String> row = new ArrayList<>();
        for (Column column : columns) {
            row.add(fields.get(column.name()));
        }
        for (int i = entries.size() - 1; i >= 0; i--) {
            LedgerEntry entry = entries.get(i);
            Effect effect = LedgerWindow.kind(entry).effect();
            boolean isCell = !entry.column().isEmpty();
            if (isCell) {
                cell(entry, row, place);
            } else if (effect == Effect.ADDED || effect == Effect.MOVED || effect == Effect.LATE) {
                whole(entry, row, fields, place);
                return null;
            }
        }
        List<String> known = columns.stream().map(Column::name).toList();
        require(known.containsAll(fields.keySet()), place + " has columns that are none");
        return row;
    }

    private void cell(LedgerEntry entry, List<@Nullable String> row, String place) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(entry.column())) {
                require(
                        Objects.equals(row.get(i), entry.dirty()),
                        place + " has \"" + row.get(i) + "\" in " + entry.column() + ", and the ledger \""
                                + entry.dirty() + "\"");
                row.set(i, entry.clean());
                return;
            }
        }
        throw UndoException.unknownChange(place + " has no column " + entry.column());
    }

    /** A row that goes away must be the one that the ledger means, as far as its columns are there. */
    private void whole(
            LedgerEntry entry, List<@Nullable String> row, Map<String, @Nullable String> fields, String place) {
        List<@Nullable String> dirty = CsvLine.fields(text(entry.dirty()));
        require(dirty.size() == columns.size(), place + " is another row than the ledger says");
        for (int i = 0; i < columns.size(); i++) {
            require(
                    !fields.containsKey(columns.get(i).name()) || Objects.equals(row.get(i), dirty.get(i)),
                    place + " is another row than the ledger says");
        }
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw UndoException.unknownChange(otherwise);
        }
    }
}
