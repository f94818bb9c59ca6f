package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of tables has every table and every column that a database has after a run. */
class TablesReferenceTest {
    private static final Page PAGE = Page.named("docs/reference/tables.md");

    @TempDir
    Path folder;

    @Test
    void everyColumnOfTheSevenIsUnderItsTable() {
        for (Table table : Table.SEVEN) {
            Set<String> listed = Reference.names(Reference.section(PAGE, table.sqlName()));
            assertThat(Reference.missing(Set.copyOf(table.columns()), listed))
                    .as(table.sqlName())
                    .isEmpty();
        }
    }

    @Test
    void everyTableOfTheForgesOwnIsThereWithItsColumns() throws Exception {
        Ended made = Ended.of(folder, "--full-new --confirm --truth --stores 1 --products 1 --end-date 2024-01-31");
        assertThat(made.exitCode()).as(made.err()).isZero();
        Map<String, Set<String>> found = new LinkedHashMap<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(
                        "SELECT CASE schema_name WHEN 'main' THEN '' ELSE schema_name || '.' END || table_name, column_name"
                                + " FROM duckdb_columns() WHERE NOT internal ORDER BY ALL")) {
            while (columns.next()) {
                found.computeIfAbsent(columns.getString(1), key -> new LinkedHashSet<>())
                        .add(columns.getString(2));
            }
        }
        Table.SEVEN.forEach(table -> found.remove(table.sqlName()));
        assertThat(found).hasSizeGreaterThan(5);
        assertThat(Reference.missing(found.keySet(), Reference.codes(PAGE.text())))
                .isEmpty();
        Set<String> listed = Reference.names(PAGE.text());
        found.forEach((table, columns) ->
                assertThat(Reference.missing(columns, listed)).as(table).isEmpty());
    }
}
