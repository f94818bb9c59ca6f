package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static final Path HERE = Path.of("/here");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql://ann:pw@db.example:6543/shop | postgresql://db.example:6543/shop
                    postgres://ann@db.example/shop | postgresql://db.example:5432/shop
                    postgresql+asyncpg://ann:pw@db/shop?ssl=require | postgresql://db:5432/shop
                    postgresql+psycopg2://ann:p%40w%2F%3F@db/shop | postgresql://db:5432/shop
                    POSTGRESQL://ann:p@w@db/shop | postgresql://db:5432/shop
                    jdbc:postgresql://db:1/shop?user=ann&password=pw | postgresql://db:1/shop
                    postgresql://one:1,two:2/shop | postgresql://one:1,two:2/shop
                    postgresql://[::1]:5433/shop | postgresql://[::1]:5433/shop
                    postgresql://[fe80::1]/shop | postgresql://[fe80::1]:5432/shop
                    postgresql:///shop | postgresql://localhost:5432/shop
                    postgresql://ann@/shop?host=db&port=7 | postgresql://db:7/shop
                    postgresql://db/my%20shop | postgresql://db:5432/my shop
                    duckdb:shop.duckdb | duckdb:/here/shop.duckdb
                    duckdb:/there/shop.duckdb | duckdb:/there/shop.duckdb
                    duckdb:///there/shop.duckdb | duckdb:/there/shop.duckdb
                    duckdb:../there/shop.duckdb | duckdb:/here/../there/shop.duckdb
                    duckdb:./md:shop | duckdb:/here/./md:shop
                    duckdb:C:/shop.duckdb | duckdb:/here/C:/shop.duckdb
                    postgresql://db/shop?schema=My Shop | postgresql://db:5432/shop?schema=My Shop
                    postgresql://db/shop?currentSchema=a,b&sslmode=require | postgresql://db:5432/shop?currentSchema=a,b
                    jdbc:postgresql://db/shop?currentSchema=a | postgresql://db:5432/shop?currentSchema=a
                    postgresql://db/shop?pgbouncer=true | postgresql://db:5432/shop
                    """)
    void everyFormIsReadAndShownWithoutCredentials(String url, String shown) {
        assertThat(DatabaseUrl.parse(url, HERE)).hasToString(shown);
    }

    @Test
    void theHomeFolderIsUnderstood() {
        assertThat(DatabaseUrl.parse("duckdb:~/x.duckdb", HERE))
                .hasToString("duckdb:" + System.getProperty("user.home") + "/x.duckdb");
    }

    @Test
    void aFileThatIsThereIsTakenWhateverItIsCalled(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("md:shop"));
        Files.createFile(folder.resolve("why?"));
        assertThat(DatabaseUrl.parse("duckdb:md:shop", folder).duckDbFile()).isEqualTo(folder.resolve("md:shop"));
        assertThat(DatabaseUrl.parse("duckdb:why?", folder).duckDbFile()).isEqualTo(folder.resolve("why?"));
    }

    @Test
    void withoutAUrlTheFileLiesInTheWorkingDirectory() {
        assertThat(DatabaseUrl.embedded(HERE)).hasToString("duckdb:/here/.forge/forge.duckdb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ann:s3cret@db/shop",
                "s3cret",
                "",
                "postgresql://ann:s3cret@db:port/shop",
                "postgresql://ann:s3cret@db:99999/shop",
                "postgresql://ann:s3cret/x@db/shop",
                "postgresql://ann:s3cret?x@db/shop",
                "postgresql://ann:s3cret%4@db/shop",
                "postgresql://ann:s3cret@db/shop?sslmod=require",
                "postgresql://ann:s3cret@/shop?host=/var/run/postgresql",
                "jdbc:postgresql://db/shop?password=s3cret&sslmod=require",
                "postgresql://ann:s3cret@db/shop?sslmode=requires",
                "jdbc:postgresql://db/shop?password=s3cret&sslmode=on",
                "postgresql://ann:s3cret@db/shop?schema=",
                "postgresql://ann:s3cret@db/shop?pgbouncer=perhaps",
                "postgresql://ann:s3cret@db/shop?connect_timeout=soon",
                "postgresql://ann:s3cret@db/shop?target_session_attrs=read-only",
                "duckdb:",
                "duckdb::memory:",
                "duckdb:md:shop",
                "duckdb:s3://bucket/s3cret",
                "duckdb:http://s3cret/x.duckdb",
                "duckdb://server/x.duckdb",
                "duckdb:x.duckdb?access_mode=read_only",
                "duckdb:x.duckdb;threads=1",
                "duckdb:~ann/x.duckdb"
            })
    void whatCannotBeUsedIsToldWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url, HERE)).isInstanceOfSatisfying(ConfigException.class, e -> {
            assertThat(e.location()).isEqualTo("--database");
            assertThat(e.remedy()).isNotBlank();
            assertThat(e.getMessage() + e.remedy()).doesNotContain("s3cret");
        });
    }
}
