package io.theforge.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.Forge;
import io.theforge.dataset.Dataset;
import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Value;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The queries of facts, held against the tables of the same dataset. */
class FactQueriesTest {
    private static final String SHOP = """
            seed: 5
            dimensions: {stores: {count: 3}, products: {count: 14}}
            date_range: {start: "2024-01-10", end: "2024-06-20"}
            retail: {promotion_probability: 0.4, price_change_probability: 0.4, stockout_probability: 0.06,
              new_product_share: 0.3, discontinued_share: 0.3}
            holidays:
              - {every: "03-08", name: Women's Day, multiplier: 1.5}
            """;

    @Test
    void everyFactThatDocumentsStateIsWhatItsQueryGives() throws Exception {
        Map<String, Integer> asked = check(SHOP);
        assertThat(asked.keySet())
                .contains(
                        "units_sold",
                        "revenue",
                        "regular_price",
                        "base_price",
                        "discount_pct",
                        "discount_amount",
                        "promotion_start",
                        "promotion_end",
                        "holiday_date",
                        "stockout_days",
                        "stockout_start",
                        "stockout_length",
                        "stockout_product",
                        "first_sale",
                        "last_sale",
                        "day_units",
                        "city");
    }

    @Test
    void theyAgreeWhereRecordsOfSalesAndInventoryAreMissing() throws Exception {
        Map<String, Integer> asked = check(SHOP + """
                        sparsity: {missing_combinations_pct: 0.3, random_gaps_per_series: 3, missing_days_pct: 0.1, applies_to: all}
                        data_gaps:
                          - {start: "2024-03-01", end: "2024-03-31"}
                        """);
        assertThat(asked).containsKeys("units_sold", "stockout_days");
    }

    /** @return how many facts of each measure were asked for */
    private static Map<String, Integer> check(String yaml) throws Exception {
        Dataset dataset = Forge.dataset(yaml);
        Set<Fact> facts = new LinkedHashSet<>();
        DocumentSet.of(dataset.plan(), 300, 2)
                .all()
                .forEach(document -> document.statements().stream()
                        .map(statement -> statement.fact())
                        .filter(fact -> fact.sql() != null)
                        .forEach(facts::add));
        Map<String, Integer> asked = new TreeMap<>();
        try (Warehouse warehouse = new Warehouse(dataset)) {
            for (Fact fact : facts) {
                Measure measure = fact.measure();
                String answer = warehouse.ask(fact.sql());
                asked.merge(measure.id(), 1, Integer::sum);
                if (fact.value() instanceof Value.Number number) {
                    assertThat(new BigDecimal(answer)).as(fact.toString()).isEqualByComparingTo(number.number());
                } else {
                    String value = fact.value() instanceof Value.Day day
                            ? day.day().toString()
                            : ((Value.Words) fact.value()).words();
                    assertThat(answer).as(fact.toString()).isEqualTo(value);
                }
            }
        }
        return asked;
    }
}
