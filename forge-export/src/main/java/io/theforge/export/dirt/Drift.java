package io.theforge.export.dirt;

import io.theforge.export.dirt.row.RowValues;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.export.text.TextEncoder;
import io.theforge.sink.Chunk;
import io.theforge.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What columns a file has in place of its own, in all rows or, where records name their fields, in those that the rule reaches.
 *
 * @param isNamed whether records name their fields
 * @param missing null where none is
 * @param missingColumn -1 where none is
 */
record Drift(
        TableShape shape,
        boolean isNamed,
        @Nullable TableRule missing,
        int missingColumn,
        @Nullable TableRule renamed,
        int renamedColumn,
        @Nullable TableRule added) {
    /** The column that is added. */
    static final String ADDED = "source_system";

    /** What stands in it. */
    static final String ADDED_VALUE = "pos-2";

    /** @param rules that hit the file */
    static Drift of(TableShape shape, boolean isNamed, List<TableRule> rules, long file) {
        TableRule missing = null;
        TableRule renamed = null;
        TableRule added = null;
        int missingColumn = -1;
        int renamedColumn = -1;
        for (TableRule rule : rules) {
            switch (rule.kind.kind()) {
                case COLUMN_MISSING -> {
                    missingColumn = choose(shape, rule, file, -1);
                    missing = missingColumn < 0 ? null : rule;
                }
                case COLUMN_RENAMED -> {
                    renamedColumn = choose(shape, rule, file, missingColumn);
                    renamed = renamedColumn < 0 ? null : rule;
                }
                case COLUMN_ADDED -> added = rule;
                default -> {}
            }
        }
        return new Drift(shape, isNamed, missing, missingColumn, renamed, renamedColumn, added);
    }

    /** Returns one of the columns that are no part of the key, or the one that is wanted. */
    private static int choose(TableShape shape, TableRule rule, long file, int but) {
        if (rule.column >= 0) {
            return rule.column == but ? -1 : rule.column;
        }
        int[] columns = IntStream.range(0, shape.columns().size())
                .filter(i -> shape.columns().get(i).role() == Column.Role.VALUE && i != but)
                .toArray();
        return columns.length == 0 ? -1 : columns[io.theforge.random.Keys.below(rule.draw(file), 0, columns.length)];
    }

    boolean isNone() {
        return missing == null && renamed == null && added == null;
    }

    String newName() {
        return shape.columns().get(renamedColumn).name().toUpperCase(Locale.ROOT);
    }

    /** Returns the columns of the file. @param columns of the table, with the id */
    List<Column> columns(List<Column> columns) {
        int ids = columns.size() - shape.columns().size();
        List<Column> of = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (renamed != null && i - ids == renamedColumn && !isNamed) {
                column = new Column(newName(), column.kind(), column.role(), column.size(), column.mayBeNull());
            }
            if (missing == null || i - ids != missingColumn || isNamed) {
                of.add(column);
            }
        }
        if (added != null) {
            of.add(Column.text(ADDED, 0));
        }
        return of;
    }

    /** Returns whether a column is missing in a row. */
    boolean lacks(int column, RowValues clean) {
        return column == missingColumn && Objects.requireNonNull(missing).reaches(clean);
    }

    /** Writes a row. @param clean the same as it was, which decides @param names of the table's columns that come before those of the shape */
    void write(RowValues values, RowValues clean, Chunk out) {
        out.startRow(values.ordinal());
        boolean isRenamed = renamed != null && isNamed && renamed.reaches(clean);
        for (int i = 0; i < shape.columns().size(); i++) {
            if (i == renamedColumn && isRenamed && !lacks(i, clean)) {
                ((TextEncoder) out).nameOnce(newName());
            }
            if (!lacks(i, clean)) {
                values.writeField(i, out);
            } else if (isNamed) {
                ((TextEncoder) out).skip();
            }
        }
        if (added != null) {
            if (!isNamed || added.reaches(clean)) {
                out.text(ADDED_VALUE);
            } else {
                ((TextEncoder) out).skip();
            }
        }
        out.endRow();
    }
}
