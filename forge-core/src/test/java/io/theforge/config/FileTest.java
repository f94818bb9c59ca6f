package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.config.model.ConfigException;
import java.io.IOException;
import java.nio.charset.Charset;
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

    @Test
    void utf16OfEitherOrderAndUtf32AreRefusedWithTheirPlace() throws IOException {
        for (String encoding : new String[] {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"}) {
            Path file = Files.write(folder.resolve(encoding), "seed: 1".getBytes(Charset.forName(encoding)));

            assertThat(refusal(file).remedy()).as(encoding).startsWith("save it as UTF-8 text");
            assertThat(refusal(file).location()).startsWith(file + ":1:");
        }
    }

    @Test
    void tenMegabytesAreRefusedAtOnceWhateverTheyAre() throws IOException {
        Path file = Files.write(folder.resolve("ten.yaml"), new byte[10_000_000]);

        assertThat(refusal(file)).hasMessage("the file is too large");
    }

    @Test
    void linesMayEndAsOnWindowsAndPlacesStayExact() throws IOException {
        Path file = Files.writeString(folder.resolve("crlf.yaml"), "seed: 7\r\nretail:\r\n  promotion_lift: 99\r\n");

        assertThat(refusal(file).location()).isEqualTo(file + ":3:19");
        assertThat(ConfigReader.parse("seed: 7\r\n", "f")
                        .resolve(Overrides.NONE)
                        .seed())
                .isEqualTo(7);
    }

    @Test
    void aBombOfAnchorsIsRefusedAtItsFirst() throws IOException {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [*")
                    .append((char) (c - 1))
                    .append(", *a]\n");
        }
        Path file = Files.writeString(folder.resolve("bomb.yaml"), bomb);

        assertThat(refusal(file)).hasMessage("anchors (&) and aliases (*) are not supported");
        assertThat(refusal(file).location()).isEqualTo(file + ":1:4");
    }

    private static ConfigException refusal(Path file) {
        return catchThrowableOfType(
                ConfigException.class, () -> ConfigReader.read(file).resolve(Overrides.NONE));
    }
}
