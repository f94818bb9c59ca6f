package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.OwnTablesContract;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.sql.Sql;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by an embedded file. */
class OwnTablesOnDuckDbTest extends OwnTablesContract {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("forge.duckdb");
    }

    @Override
    protected Warehouse warehouse() {
        return Warehouse.of(new DatabaseUrl(file(), null));
    }

    @Override
    protected Connection host() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file());
    }

    @Override
    protected String[] layAsBefore() throws SQLException {
        return Stream.concat(
                        tables().stream()
                                .filter(name -> name.startsWith("theforge."))
                                .map(name ->
                                        "CREATE TABLE " + name.replace("theforge.", "forge_") + " AS FROM " + name),
                        Stream.of("DROP SCHEMA theforge CASCADE"))
                .toArray(String[]::new);
    }

    /** DuckDB names the database after the file: the schema's name alone is ambiguous there. */
    @Test
    void aFileThatIsNamedAsTheSchemaIsServedAndItsBackupComesBack() throws Exception {
        Path file = folder.resolve("TheForge.duckdb");
        Warehouse named = Warehouse.of(new DatabaseUrl(file, null));
        named.withTruth().fullNew(Shops.plan(1, 2, 3, 30), Shops.WORK, Shops.SILENT);
        named.append(new AppendRequest(null, null, null, true), Shops.WORK, Shops.SILENT);
        String before = String.valueOf(named.status().fingerprint());
        assertThat(named.verify(Shops.SILENT).passed()).isTrue();
        assertThat(named.protect()).isTrue();
        assertThat(named.unprotect(named.databaseName())).isTrue();

        Path backup = folder.resolve("backup.sql.gz");
        named.delete(new Deletion(Deletion.Scope.ALL, false, backup), Shops.SILENT);
        try (Connection host = DriverManager.getConnection("jdbc:duckdb:" + file);
                InputStream text = new GZIPInputStream(Files.newInputStream(backup))) {
            for (String statement : new String(text.readAllBytes(), StandardCharsets.UTF_8).split(";\n")) {
                Sql.on(host).run(statement);
            }
        }
        assertThat(named.status().fingerprint()).isEqualTo(before);
        assertThat(named.verify(Shops.SILENT).passed()).isTrue();
    }
}
