package io.theforge.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.cli.result.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvFileTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NAME=value            | value",
                "export NAME=value     | value",
                "` NAME = value `      | value",
                "NAME='value # 1'      | value # 1",
                "NAME=\"value\" # why  | value",
                "NAME=value # why      | value",
                "NAME=p#w              | p#w",
                "NAME=a=b              | a=b",
                "NAME='half            | 'half",
                "NAME=                 | ``",
                "NAME=first\\nNAME=last | last",
                "NAME=value\\r         | value",
                "\uFEFFNAME=value      | value",
            })
    void readsALineAsShellsAndPythonDo(String text, String value) {
        DotEnvFile file = DotEnvFile.parse(text.translateEscapes());

        assertThat(file.values()).containsEntry("NAME", value);
        assertThat(file.oddLines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"just words", "NAME: value", "=value", "1NAME=x"})
    void namesALineThatIsNoneAndGoesOn(String odd) {
        DotEnvFile file = DotEnvFile.parse("# a comment\n\n" + odd + "\nNAME=value\n");

        assertThat(file.oddLines()).containsExactly(3);
        assertThat(file.values()).containsEntry("NAME", "value").hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadIsAnErrorBecauseAGuardHangsOnIt(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve(".env"));

        assertThatThrownBy(() -> DotEnvFile.read(folder.resolve(".env"))).isInstanceOf(UsageException.class);
    }

    @Test
    void aFileThatIsNotThereIsEmpty(@TempDir Path folder) {
        assertThat(DotEnvFile.read(folder.resolve(".env")).values()).isEmpty();
    }
}
