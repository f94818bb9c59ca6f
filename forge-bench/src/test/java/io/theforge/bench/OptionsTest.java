package io.theforge.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --only answers              | --only is answers, but should be start-up, generator, duckdb, changes, truth, files, score, documents, junit, postgres, server, rag or spark
            --only                      | --only needs a value; see --help
            --only --quick              | --only needs a value; see --help
            --quick 5                   | --quick takes no value, but is followed by 5; see --help
            --quick=5                   | --quick=5: write the value after a blank, or none
            --stores 0                  | --stores is 0, but should be 1 to 9999
            --stores ten                | --stores is ten, but should be 1 to 9999
            --tiny --stores 3           | --tiny has its own number of stores; leave out one of --tiny and --stores
            --fast                      | --fast is no flag of this; see --help
            --quick --jmh               | --jmh goes first, and what follows it belongs to JMH; see --help
            --database duckdb:x         | --database should be postgresql://user:password@host:port/database, with % / ? and @ in a password encoded
            --database postgresql://h   | --database should be postgresql://user:password@host:port/database, with % / ? and @ in a password encoded
            --postgres-bin /x --database postgresql://h/d | --postgres-bin starts a server and --database takes one that runs; leave out one of the two
            """)
    void aMistakeIsOneClearLine(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(line.split(" ")))
                .withMessage(message);
    }

    @Test
    void aPasswordInAWrongUrlIsNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--database", "postgresql://me:s3/cret%@host/shop"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3"));
    }

    @Test
    void whatIsNotNamedIsMeasuredInFull() {
        Options options = Options.parse();

        assertThat(options.sizes()).isEqualTo(Sizes.FULL);
        assertThat(options.wants("truth")).isTrue();
        assertThat(Options.parse("--only", "duckdb").wants("truth")).isFalse();
        assertThat(Options.parse("--stores", "7").sizes().large()).isEqualTo("7 stores");
    }
}
