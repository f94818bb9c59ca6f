package io.theforge.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.table.Column.Kind;
import io.theforge.table.Column.Role;
import io.theforge.table.Table.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from the declaration of the tables. */
class TableTest {
    @ParameterizedTest
    @EnumSource
    void aTableIsLoadedAfterThoseItRefersTo(Table table) {
        List<Table> loaded = Table.inLoadingOrder(any -> true);
        List<Table> before = loaded.subList(0, loaded.indexOf(table));
        for (Column column : table.definition()) {
            switch (column.kind()) {
                case STORE -> assertThat(before).contains(Table.STORE);
                case PRODUCT -> assertThat(before).contains(Table.PRODUCT);
                default -> assertThat(before).doesNotContain(table);
            }
        }
        if (table.isSeries()) {
            assertThat(before).contains(Table.CALENDAR);
        }
    }

    @Test
    void deletingGoesTheOtherWayRound() {
        List<Table> deleted = new ArrayList<>(Table.inDeletingOrder(any -> true));
        Collections.reverse(deleted);
        assertThat(deleted).containsExactlyElementsOf(Table.inLoadingOrder(any -> true));
    }

    @Test
    void factsAreFourTablesAndTheAnswerKeyIsNoneOfTheSeven() {
        assertThat(Table.inLoadingOrder(table -> table.group() == Group.FACT))
                .containsExactly(
                        Table.PRICE_HISTORY, Table.PROMOTION, Table.SALES_DAILY, Table.INVENTORY_SNAPSHOT_DAILY);
        assertThat(Table.SEVEN).hasSize(7).doesNotContain(Table.TRUTH_DAILY);
    }

    @Test
    void seriesAreTheTablesOfPairsAndDays() {
        assertThat(Stream.of(Table.values()).filter(Table::isSeries))
                .containsExactly(Table.SALES_DAILY, Table.INVENTORY_SNAPSHOT_DAILY, Table.TRUTH_DAILY);
    }

    @Test
    void tablesWithoutIdAreKnownByTheirNaturalKey() {
        assertThat(Stream.of(Table.values()).filter(table -> !table.hasId()))
                .containsExactly(Table.CALENDAR, Table.TRUTH_DAILY);
        assertThat(Table.CALENDAR.columns(Role.KEY)).containsExactly("date");
        assertThat(Table.TRUTH_DAILY.columns(Role.KEY)).containsExactly("date", "store_id", "product_id");
        assertThat(Table.STORE.columns(Role.KEY)).containsExactly("code");
    }

    @Test
    void pricesAndPromotionsAreKnownByScopeAndStart() {
        assertThat(Table.PRICE_HISTORY.columns(Role.KEY)).containsExactly("product_id", "store_id", "valid_from");
        assertThat(Table.PROMOTION.columns(Role.KEY)).containsExactly("product_id", "store_id", "name", "start_date");
        assertThat(Table.PROMOTION.fields().get(1).mayBeNull()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnHasOneRoleAndOneName(Table table) {
        List<String> byRole = Stream.of(Role.values())
                .flatMap(role -> table.columns(role).stream())
                .toList();
        assertThat(byRole).containsExactlyInAnyOrderElementsOf(table.columns()).doesNotHaveDuplicates();
        assertThat(table.columns(Role.KEY)).isNotEmpty();
    }

    @Test
    void theIdIsNoFieldAndNoneOfTheWholeNumbers() {
        assertThat(Table.SALES_DAILY.columns()).startsWith("id");
        assertThat(Table.SALES_DAILY.fields()).extracting(Column::name).startsWith("date");
        assertThat(Table.SALES_DAILY.columns(Kind.INTEGER)).containsExactly("quantity");
    }

    @Test
    void typesAreThoseOfTheContract() {
        assertThat(Table.PROMOTION.definition().stream().map(column -> column.name() + " " + column.sqlType()))
                .containsExactly(
                        "id integer",
                        "product_id integer",
                        "store_id integer",
                        "name varchar(200)",
                        "discount_pct numeric(5,4)",
                        "discount_amount numeric(10,2)",
                        "start_date date",
                        "end_date date");
        assertThat(Table.SALES_DAILY.definition().get(6).sqlType()).isEqualTo("numeric(12,2)");
    }

    @Test
    void aRowBelongsToTheDayOnWhichItBegins() {
        assertThat(Stream.of(Table.CALENDAR, Table.PRICE_HISTORY, Table.PROMOTION, Table.SALES_DAILY)
                        .map(Table::dateColumn))
                .containsExactly("date", "valid_from", "start_date", "date");
        assertThatThrownBy(Table.STORE::dateColumn).hasMessage("store has no date");
    }

    @ParameterizedTest
    @EnumSource
    void aTableIsFoundByItsName(Table table) {
        assertThat(Table.named(table.sqlName())).isSameAs(table);
        assertThatThrownBy(() -> Table.named("shop")).hasMessage("no table is called shop");
    }
}
