package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.model.ConfigException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresAddressTest {
    @Test
    void credentialsAreDecodedAndKeptOutOfTheJdbcUrl() {
        PostgresAddress address = PostgresAddress.parse("//an%20n:p%40s%3A%2F+w%25@db/my%20shop", false, name -> null);
        assertThat(address.properties()).containsEntry("user", "an n").containsEntry("password", "p@s:/+w%");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/my%20shop");
    }

    @Test
    void settingsOfOtherDriversAreTranslated() {
        assertThat(PostgresAddress.parse("//db/shop?ssl=require", false, name -> null)
                        .properties())
                .containsEntry("sslmode", "require");
        assertThat(PostgresAddress.parse(
                                "//db/shop?sslmode=verify-full&connect_timeout=5&application_name=x"
                                        + "&target_session_attrs=read-write&prepared_statement_cache_size=0",
                                false,
                                name -> null)
                        .properties())
                .containsEntry("sslmode", "verify-full")
                .containsEntry("connectTimeout", "5")
                .containsEntry("ApplicationName", "x")
                .containsEntry("targetServerType", "primary")
                .doesNotContainKey("prepared_statement_cache_size");
        assertThat(PostgresAddress.parse("//db/shop?user=ann&password=pw&loginTimeout=5", true, name -> null)
                        .properties())
                .containsEntry("user", "ann")
                .containsEntry("loginTimeout", "5");
    }

    private static PostgresAddress address(String rest, String... variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables) {
            environment.put(variable.split("=")[0], variable.split("=")[1]);
        }
        return PostgresAddress.parse(rest, false, environment::get);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema=shop             | \"shop\"",
                "schema=My Shop          | \"My Shop\"",
                "schema=a,b              | \"a,b\"",
                "schema=o%22dd           | \"o\"\"dd\"",
                "currentSchema=shop      | shop",
                "currentSchema=Shop      | Shop",
                "currentSchema=a,%22B%22 | a, \"B\"",
                "currentSchema=my-shop,c | \"my-shop\", c",
                "currentSchema=my shop   | \"my shop\"",
            })
    void aSchemaIsQuotedWhereItsNameNeedsIt(String setting, String path) {
        assertThat(address("//db/shop?" + setting).properties()).containsEntry("currentSchema", path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "//ann:pw@db/shop                      | postgresql://ann@db:5432/shop",
                "//db/                                 | postgresql://db:5432/osuser",
                "//db/my shop?sslmode=require          | postgresql://db:5432/my%20shop?sslmode=require",
                "//db/shop?schema=shop                 | postgresql://db:5432/shop?options=-csearch_path%3D%22shop%22",
                "//db/shop?schema=My Shop&password=pw  | postgresql://db:5432/shop?options=-csearch_path%3D%22My%5C%20Shop%22",
                "//db/shop?options=-cwork_mem%3D9MB&currentSchema=s | postgresql://db:5432/shop?options=-cwork_mem%3D9MB%20-csearch_path%3Ds",
                "//db/shop?target_session_attrs=read-write&keepalives=0 | postgresql://db:5432/shop?keepalives=0&target_session_attrs=read-write",
                "//one,two:7/shop?sslrootcert=/a%20b.crt | postgresql://one:5432,two:7/shop?sslrootcert=%2Fa%20b.crt",
                "//db/shop?pgbouncer=true              | postgresql://db:5432/shop",
            })
    void aClientOfLibpqIsSentToTheSamePlace(String rest, String url) {
        String user = System.getProperty("user.name");
        assertThat(address(rest).clientUrl()).isEqualTo(url.replace("osuser", user));
    }

    @Test
    void settingsOfTheJdbcDriverAreTranslatedForAClientOfLibpq() {
        PostgresAddress address = PostgresAddress.parse(
                "//db/shop?user=ann&password=pw&ssl=true&targetServerType=secondary&loginTimeout=5",
                true,
                name -> null);
        assertThat(address.clientUrl())
                .isEqualTo("postgresql://ann@db:5432/shop?target_session_attrs=standby&sslmode=verify-full");
    }

    @Test
    void variablesOfLibpqFillInWhatTheUrlLeavesOpen() {
        String[] variables = {
            "PGUSER=ben",
            "PGPASSWORD= geheim ",
            "PGSSLMODE=verify-full",
            "PGOPTIONS=-csearch_path",
            "PGHOST=elsewhere",
            "PGPORT=1",
            "PGDATABASE=other",
            "PGAPPNAME=x"
        };
        PostgresAddress open = address("//db/shop", variables);
        assertThat(open.properties())
                .containsEntry("user", "ben")
                .containsEntry("password", " geheim ")
                .containsEntry("sslmode", "verify-full")
                .containsEntry("options", "-csearch_path")
                .containsEntry("ApplicationName", "The Forge");
        assertThat(open.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/shop");
        assertThat(address("//ann:pw@db/shop?sslmode=disable", variables).properties())
                .containsEntry("user", "ann")
                .containsEntry("password", "pw")
                .containsEntry("sslmode", "disable");
        assertThatThrownBy(() -> address("//db/shop", "PGSSLMODE=on"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"on\" is no value of PGSSLMODE");
    }

    @Test
    void throughAPoolerNoStatementIsPreparedAndNothingSet() {
        assertThat(address("//db/shop?pgbouncer=true").pooled()).isTrue();
        assertThat(address("//db/shop?pgbouncer=true").properties())
                .containsEntry("prepareThreshold", "0")
                .containsEntry("assumeMinServerVersion", "15");
        assertThat(address("//db/shop?pgbouncer=false").pooled()).isFalse();
        String prepared = "//db/shop?prepareThreshold=5";
        assertThat(PostgresAddress.parse(prepared, true, name -> null).properties())
                .containsEntry("prepareThreshold", "5");
        assertThat(PostgresAddress.parse(prepared + "&pgbouncer=true", true, name -> null)
                        .properties())
                .containsEntry("prepareThreshold", "0");
        assertThat(address("//db/shop").properties())
                .containsEntry("prepareThreshold", "0")
                .doesNotContainKey("assumeMinServerVersion");
        assertThat(PostgresAddress.parse("//db/shop?pgbouncer=true", true, name -> null)
                        .pooled())
                .isTrue();
    }

    @Test
    void addressesOfTheSameAreEqualAndThoseOfAnotherUserOrSettingAreNot() {
        PostgresAddress address = address("//ann:pw@db/shop?schema=retail");
        assertThat(address)
                .isEqualTo(address("//ann:pw@db:5432/shop?schema=retail"))
                .hasSameHashCodeAs(address("//ann:pw@db:5432/shop?schema=retail"))
                .isNotEqualTo(address("//ann:pw@db/shop"))
                .isNotEqualTo(address("//ben:pw@db/shop?schema=retail"))
                .isNotEqualTo(address("//ann:other@db/shop?schema=retail"))
                .isNotEqualTo(address.inDatabase("other"));
    }
}
