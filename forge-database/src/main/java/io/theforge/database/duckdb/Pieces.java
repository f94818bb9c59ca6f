package io.theforge.database.duckdb;

/**
 * How many rows are handed over at a time.
 *
 * @param rows that are appended before they go into their table, at some 40 bytes a row
 * @param rowsPerOpening of a new file before it is opened afresh: until then the indexes of keys take some 70 bytes a row
 */
record Pieces(int rows, int rowsPerOpening) {
    static final Pieces USUAL = new Pieces(200_000, 300_000);
}
