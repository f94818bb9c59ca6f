package io.theforge.config.yaml;

import io.theforge.config.model.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.yaml.snakeyaml.reader.StreamReader;

/** From a file's bytes to text that a YAML parser may see. */
public final class YamlText {

    /** Far beyond any configuration written by hand, far below what could hurt. */
    static final int MAX_BYTES = 1 << 20;

    /** The parser's time grows with the square of a line's length. */
    private static final int MAX_LINE_LENGTH = 100_000;

    private static final String TOO_LARGE =
            "a configuration has at most " + NumberText.show(MAX_BYTES) + " bytes; check that this is the right file";
    private static final String NO_TEXT = "save it as UTF-8 text; check that this is the right file";

    private YamlText() {}

    public static String read(Path file) {
        String source = file.toString();
        if (Files.isDirectory(file)) {
            throw new ConfigException("this is a folder, not a file", "name a YAML file", source);
        }
        if (!Files.exists(file)) {
            throw new ConfigException(
                    "there is no such file", "check the path, or leave it out for the defaults", source);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, source);
        } catch (IOException unreadable) {
            throw new ConfigException(
                    "the file cannot be read (" + unreadable.getClass().getSimpleName() + ")",
                    "check that you may read it",
                    source);
        }
    }

    public static String read(InputStream in, String source) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ConfigException("the file is too large", TOO_LARGE, source);
        }
        return decode(bytes, source);
    }

    private static String decode(byte[] bytes, String source) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw new ConfigException(
                    "the file is not UTF-8 text", NO_TEXT, place(text.toString(), text.length(), source));
        }
        return text.toString();
    }

    /** Returns the text without a byte order mark; refuses what is no text. */
    static String check(String text, String source) {
        if (text.length() > MAX_BYTES) {
            throw new ConfigException("the file is too large", TOO_LARGE, source);
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int lineStart = 0;
        for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            int c = plain.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                String name = "U+" + String.format(Locale.ROOT, "%04X", c);
                throw new ConfigException(
                        "the character " + name + " may not stand in YAML", NO_TEXT, place(plain, i, source));
            }
            lineStart = c == '\n' || c == '\r' ? i : lineStart;
            if (i - lineStart > MAX_LINE_LENGTH) {
                throw new ConfigException(
                        "the line has more than " + NumberText.show(MAX_LINE_LENGTH) + " characters",
                        "break it into several lines",
                        place(plain, lineStart + 1, source));
            }
        }
        return plain;
    }

    private static String place(String text, int index, String source) {
        String before = text.substring(0, index);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int lineStart = before.lastIndexOf('\n') + 1;
        return source + ":" + line + ":" + (1 + before.codePointCount(lineStart, index));
    }

    /** Returns whether it is no control character, line break or half of a surrogate pair, and nothing else that YAML would not carry. */
    public static boolean isPrintable(int codePoint) {
        return StreamReader.isPrintable(codePoint)
                && switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
