package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing yet\n", "---\n", "{}", "\uFEFF", "\uFEFF# nothing\n"})
    void aFileThatSaysNothingGivesTheDefaults(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("empty.yaml"), text);

        assertThat(ConfigReader.read(file).resolve(Overrides.NONE)).isEqualTo(ConfigReader.defaults());
    }

    @Test
    void aByteOrderMarkDoesNotShiftPlaces() throws IOException {
        Path file = Files.writeString(folder.resolve("bom.yaml"), "\uFEFFsed: 1");

        assertThat(refusal(file).location()).isEqualTo(file + ":1:1");
    }

    @Test
    void aMissingFileIsNamed() {
        ConfigException error = refusal(folder.resolve("absent.yaml"));

        assertThat(error).hasMessage("there is no such file");
        assertThat(error.location()).endsWith("absent.yaml");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(refusal(folder)).hasMessage("this is a folder, not a file");
    }

    @Test
    void aFileOverOneMebibyteIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("large.yaml"), "#\n".repeat((1 << 19) + 1));

        assertThat(refusal(file)).hasMessage("the file is too large");
    }

    @Test
    void aFileOfExactlyOneMebibyteIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("full.yaml"), "#\n".repeat(1 << 19));

        assertThat(ConfigReader.read(file).resolve(Overrides.NONE)).isEqualTo(ConfigReader.defaults());
    }

    @Test
    void aLineThatWouldTakeForeverIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("line.yaml"), "seed: 1\n#" + " ".repeat(200_000));

        ConfigException error = refusal(file);

        assertThat(error).hasMessage("the line has more than 100,000 characters");
        assertThat(error.location()).isEqualTo(file + ":2:1");
    }

    @Test
    void anotherEncodingIsRefusedAtItsFirstForeignByte() throws IOException {
        Path file =
                Files.write(folder.resolve("latin.yaml"), "seed: 1\n# K\u00e4se".getBytes(StandardCharsets.ISO_8859_1));

        ConfigException error = refusal(file);

        assertThat(error).hasMessage("the file is not UTF-8 text");
        assertThat(error.location()).isEqualTo(file + ":2:4");
    }

    @Test
    void aCharacterCutOffAtTheEndIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("cut.yaml"), new byte[] {'#', (byte) 0xC3});

        assertThat(refusal(file)).hasMessage("the file is not UTF-8 text");
    }

    @Test
    void utf16AndBinaryFilesAreRefused() throws IOException {
        Path wide = Files.write(folder.resolve("wide.yaml"), "\uFEFFseed: 1".getBytes(StandardCharsets.UTF_16LE));
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {'P', 'K', 3, 4, 0, 0});

        assertThat(refusal(wide)).hasMessage("the file is not UTF-8 text");
        assertThat(refusal(binary)).hasMessage("the character U+0003 may not stand in YAML");
    }

    private static ConfigException refusal(Path file) {
        return catchThrowableOfType(ConfigException.class, () -> ConfigReader.read(file));
    }
}
