package io.theforge.export.read;

import io.theforge.table.Column;
import io.theforge.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is to be read.
 *
 * @param columns in the order in which a row is written
 * @param table which of the tables it is; null for what a layout has made of them
 * @param files its own, or the one that it shares with others; paths inside the folder
 */
record ReadTable(
        String name, List<Column> columns, @Nullable Table table, List<String> files) {}
