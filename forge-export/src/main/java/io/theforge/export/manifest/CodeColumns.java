package io.theforge.export.manifest;

import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.Table;
import java.util.List;

/**
 * The columns of the layout {@code codes}: that of the tables without ids, where a store stands as its code and a product as its SKU. Rows
 * that are made on many machines have no numbers to agree on, and no limit by them.
 */
public final class CodeColumns {
    /** What a manifest calls the layout. */
    public static final String LAYOUT = "codes";

    /** The column that stands in place of {@code store_id}; {@code code} of the table of stores. */
    public static final String STORE = "store_code";

    /** The column that stands in place of {@code product_id}; {@code sku} of the table of products. */
    public static final String PRODUCT = "sku";

    private CodeColumns() {}

    /** Returns those of a table, one for each of its {@linkplain Table#fields() fields} and in their order. */
    public static List<Column> of(Table table) {
        return table.fields().stream()
                .map(field -> switch (field.kind()) {
                    case STORE -> code(STORE, field, Table.STORE);
                    case PRODUCT -> code(PRODUCT, field, Table.PRODUCT);
                    default -> field;
                })
                .toList();
    }

    /** The natural key of a table is its first field. */
    private static Column code(String name, Column reference, Table of) {
        int characters = of.fields().get(0).size();
        return new Column(name, Kind.TEXT, reference.role(), characters, reference.mayBeNull());
    }
}
