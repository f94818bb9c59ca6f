package io.theforge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.plan.Plan;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import org.junit.jupiter.api.Test;

class CsvEncoderTest {
    private final Plan plan = Sizes.FULL.plan(2);
    private final CsvEncoder csv = new CsvEncoder(plan);

    @Test
    void writesEveryKindOfField() {
        csv.startRow(7);
        csv.date(plan.firstEpochDay() + 1);
        csv.store(-1);
        csv.store(1);
        csv.product(0);
        csv.integer(-120);
        csv.integer(0);
        csv.cents(1_005);
        csv.cents(-7);
        csv.basisPoints(1_500);
        csv.bool(true);
        csv.bool(false);
        csv.text(null);
        csv.text("5\" pan, small");
        csv.nothing();
        csv.endRow();

        assertThat(csv)
                .hasToString("2024-01-02,,%s,%s,-120,0,10.05,-0.07,0.1500,t,f,,\"5\"\" pan, small\",\n"
                        .formatted(
                                plan.stores().get(1).code(),
                                plan.products().get(0).sku()));
    }

    @Test
    void growsWithTheRowsAndStartsAgainWhenCleared() {
        TableRows rows = new TableRows(plan);
        for (int i = 0; i < 20; i++) {
            rows.write(Table.CALENDAR, csv);
        }
        assertThat(csv.toString().lines()).hasSize(20 * 366).startsWith("2024-01-01,0,1,1,2024,t,New Year's Day");

        csv.clear();
        assertThat(csv.size()).isZero();
    }
}
