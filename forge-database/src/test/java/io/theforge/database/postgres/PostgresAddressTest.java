package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
