package io.theforge.cli.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:s3cret@host/shop",
                "postgresql+asyncpg://me:s3cret@host:5432/shop?sslmode=require",
                "postgres://me:s3cret/a?b@c@host/shop",
                "postgres://:s3cret@host/shop",
                "jdbc:postgresql://host/shop?user=me&password=s3cret&ssl=true",
                "postgresql://me@host/shop?sslpassword=s3cret",
                "cannot connect to postgresql://me:s3cret@host/shop: refused",
            })
    void noPasswordIsLeftInAMessage(String text) {
        assertThat(Secrets.mask(text)).doesNotContain("s3cret").contains("***").contains("host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://me:s3 cret'\"@host/shop", "postgresql://me:@s3cret@host/shop"})
    void noPasswordIsLeftInAnArgumentWhateverItIsMadeOf(String argument) {
        assertThat(Secrets.maskArgument(argument)).doesNotContain("cret").endsWith("***@host/shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://me@host:5432/shop", "duckdb:/data/a@b.duckdb", "no URL: me@example.org"})
    void whatHoldsNoneIsLeftAlone(String text) {
        assertThat(Secrets.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--seed                         | --seed",
                "shop.yaml                      | shop.yaml",
                "my shop.yaml                   | 'my shop.yaml'",
                "it's                           | 'it'\\''s'",
                "$HOME                          | '$HOME'",
                "postgresql://h/d?a=b&c=d       | 'postgresql://h/d?a=b&c=d'",
                "``                             | ''",
            })
    void aWordIsQuotedWhereAShellWouldChangeIt(String word, String quoted) {
        assertThat(Shell.quote(word)).isEqualTo(quoted);
    }

    @Test
    void aCommandIsToldWhereItsPasswordIsMissing() {
        assertThat(Shell.command("--status", "--database", "postgresql://me:s3cret@host/shop"))
                .isEqualTo("./forge --status --database 'postgresql://me:***@host/shop'"
                        + " (with the password in place of ***)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "take it off: ./forge unprotect --name a | take it off: ./forge unprotect --name a --database 'duckdb:my shop'",
                "make one first, with --full-new         | make one first, with --full-new",
                "see ./forge --status, or wait           | see ./forge --status, or wait",
            })
    void aCommandOfARemedyReachesTheSameDatabase(String remedy, String complete) {
        assertThat(Shell.onDatabase(remedy, "duckdb:my shop")).isEqualTo(complete);
        assertThat(Shell.onDatabase(remedy, null)).isEqualTo(remedy);
    }
}
