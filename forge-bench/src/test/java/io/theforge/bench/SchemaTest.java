package io.theforge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaTest {
    private final Schema schema = new Schema();

    @Test
    void bareTablesHaveChecksButNoIndexesAndNoReferences() {
        assertThat(schema.bareTables())
                .hasSize(7)
                .noneMatch(
                        table -> table.contains("PRIMARY") || table.contains("UNIQUE") || table.contains("REFERENCES"))
                .anyMatch(table -> table.contains("CONSTRAINT ck_sales_daily_quantity_positive CHECK (quantity >= 0)"));
    }

    @Test
    void whatIsTakenOffIsAddedAgain() {
        assertThat(schema.indexesAndReferences())
                .contains(
                        "ALTER TABLE calendar ADD PRIMARY KEY (date)",
                        "ALTER TABLE sales_daily ADD PRIMARY KEY (id)",
                        "ALTER TABLE sales_daily ADD CONSTRAINT uq_sales_daily_grain UNIQUE (date, store_id, product_id)",
                        "CREATE INDEX ix_sales_daily_store_id ON sales_daily (store_id)",
                        "ALTER TABLE sales_daily ADD FOREIGN KEY (date) REFERENCES calendar (date)",
                        "ALTER TABLE price_history ADD FOREIGN KEY (store_id) REFERENCES store (id)");
    }
}
