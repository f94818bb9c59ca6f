package io.theforge.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What a user of Spark meets: tables with types, rows that are right, few tasks. */
class ForgeSourceTest {
    @Test
    void aMonthIsCountedInFiveLines() {
        List<Row> months = LocalSpark.table("sales_daily", "scenario", "holiday_rush")
                .groupBy("store_code")
                .count()
                .orderBy("store_code")
                .collectAsList();
        assertThat(months).hasSize(10);
    }
}
