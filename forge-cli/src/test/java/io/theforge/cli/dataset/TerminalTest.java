package io.theforge.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked where somebody sits who can answer. */
class TerminalTest {
    @TempDir
    Path folder;

    private final List<String> questions = new ArrayList<>();

    @BeforeEach
    void fill() {
        assertThat(Ran.in(
                                folder,
                                "--full-new",
                                "--stores",
                                "2",
                                "--products",
                                "3",
                                "--end-date",
                                "2024-01-31",
                                "--confirm")
                        .exit())
                .isZero();
    }

    private Ran answering(@Nullable String answer, String... arguments) {
        return Ran.answering(folder, answer, questions, arguments);
    }

    @Test
    void theProductionMarkGoesWhenTheDatabasesNameIsTyped() {
        assertThat(Ran.in(folder, "protect").exit()).isZero();

        Ran wrong = answering("forge", "unprotect");
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err()).contains("\"forge\" is not the database's name");
        assertThat(answering(null, "unprotect").exit()).isEqualTo(3);
        assertThat(answering("forge.duckdb", "unprotect").exit()).isZero();
        assertThat(questions).hasSize(3).allMatch(question -> question.contains("type the database's name"));
        assertThat(Ran.in(folder, "--append").exit()).isZero();
    }

    @Test
    void aBackupIsOfferedBeforeRowsGo() {
        Ran ran = answering("facts.sql.gz", "--delete", "--scope", "facts", "--confirm");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(questions).hasSize(1).allMatch(question -> question.contains("rows will be deleted"));
        assertThat(folder.resolve("facts.sql.gz")).exists();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void noAnswerIsNoBackup(@Nullable String answer) {
        assertThat(answering(answer, "--delete", "--confirm").exit()).isZero();
        assertThat(folder).isDirectoryNotContaining("glob:**.gz");
        assertThat(questions).hasSize(1);
    }

    @Test
    void whatIsNotConfirmedOrAskedForAsJsonAsksNothing() {
        assertThat(answering("x.gz", "--delete").exit()).isEqualTo(3);
        assertThat(answering("x.gz", "--delete", "--dry-run").exit()).isZero();
        assertThat(answering("x.gz", "--delete", "--confirm", "--json").exit()).isZero();
        assertThat(questions).isEmpty();
    }
}
