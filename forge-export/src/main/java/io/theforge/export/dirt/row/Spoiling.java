package io.theforge.export.dirt.row;

import io.theforge.random.Keys;

/** A row on its way from clean to dirty: its values, and which of them have been taken by some kind. */
public final class Spoiling {
    private final TableShape shape;
    private final RowValues values;
    private final boolean[] taken;
    private final int[] changed;
    private int changes;
    private long key;
    private int wanted = -1;
    private final int firstDay;
    private final int lastDay;

    /**
     * @param firstDay of the dataset, in days since 1970-01-01
     * @param lastDay of it
     */
    public Spoiling(TableShape shape, int firstDay, int lastDay) {
        this.shape = shape;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        values = new RowValues(shape.columns().size());
        taken = new boolean[shape.columns().size()];
        changed = new int[taken.length];
    }

    /** Begins with a clean row. */
    public void begin(RowValues clean) {
        values.take(clean);
        java.util.Arrays.fill(taken, false);
    }

    /** Keeps a column from being taken. */
    public void keep(int column) {
        taken[column] = true;
    }

    /** Lets the next kind at it. @param key of its draws @param wanted the only column that it may take; -1 for any */
    public void next(long key, int wanted) {
        this.key = key;
        this.wanted = wanted;
        changes = 0;
    }

    public TableShape shape() {
        return shape;
    }

    /** Returns the row as it is by now. */
    public RowValues values() {
        return values;
    }

    public int firstDay() {
        return firstDay;
    }

    public int lastDay() {
        return lastDay;
    }

    /** Returns a uniform number below a bound. @param index tells draws of one kind apart */
    public int below(int index, int bound) {
        return Keys.below(key, index, bound);
    }

    /** Returns whether a column may be taken: it holds something, and no kind before has it. */
    public boolean isFree(int column) {
        return column >= 0 && !taken[column] && !values.isEmpty(column) && (wanted < 0 || wanted == column);
    }

    /** Returns the column of a role; -1 where there is none, or it is not free. */
    public int free(Role role) {
        int column = shape.column(role);
        return isFree(column) ? column : -1;
    }

    /** Takes a column. @return what takes its new value */
    public RowValues change(int column) {
        taken[column] = true;
        changed[changes++] = column;
        return values.at(column);
    }

    /** Returns how many columns the kind has taken. */
    public int changes() {
        return changes;
    }

    public int changed(int index) {
        return changed[index];
    }
}
