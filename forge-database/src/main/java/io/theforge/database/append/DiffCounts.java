package io.theforge.database.append;

/**
 * What a comparison of one table with the rows that it is to hold has found.
 *
 * @param missing staged rows that the table does not have
 * @param ending prices in force on the last day of before that now get their end
 * @param changed other rows of ours that the table holds with other values
 * @param surplus rows of ours in the compared days that are not among those staged
 */
record DiffCounts(long missing, long ending, long changed, long surplus) {
    static final DiffCounts NOTHING = new DiffCounts(0, 0, 0, 0);

    boolean isNothing() {
        return missing == 0 && ending == 0 && !needsConfirmation();
    }

    boolean needsConfirmation() {
        return changed > 0 || surplus > 0;
    }
}
