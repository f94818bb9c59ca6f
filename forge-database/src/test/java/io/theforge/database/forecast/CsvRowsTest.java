package io.theforge.database.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and lines of CSV, whatever stands between them. */
class CsvRowsTest {
    private static final String[] VALUES = {
        "", "x", "\"\"", "\"a,b\"", "\"say \"\"hi\"\"\"", " y ", "\"*\"", "\"*x**\"", "ü"
    };

    private static CsvRows rows(String text) {
        CsvRows rows = new CsvRows(stream(text), ',', "f.csv");
        rows.select(List.of(0, 1, 2));
        return rows;
    }

    /** Comes in bits, as from a pipe. */
    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 7));
            }
        };
    }

    /** "line:a|b|c" of each row; null is empty. */
    private static List<String> all(CsvRows rows) {
        List<String> all = new ArrayList<>();
        while (rows.next()) {
            all.add(rows.line() + ":" + rows.value(0) + "|" + rows.value(1) + "|" + rows.value(2));
        }
        return all;
    }

    /** The lines are counted here as an editor does, by splitting the whole text. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aValuesLineIsThatOfTheFileWhateverStandsBefore(String lineEnd) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("a,b,c" + lineEnd);
        for (int i = 0; i < 2000; i++) {
            text.append((lineEnd + (random.nextInt(9) == 0 ? "  " : "")).repeat(Math.max(0, random.nextInt(6) - 3)));
            String row =
                    VALUES[random.nextInt(VALUES.length)] + "," + VALUES[random.nextInt(VALUES.length)] + ",mark" + i;
            text.append(row.replace("*", lineEnd)).append(lineEnd);
        }
        List<String> lines = text.toString().lines().toList();

        CsvRows rows = rows(text.toString());
        int count = 0;
        for (; rows.next(); count++) {
            assertThat(rows.value(2)).isEqualTo("mark" + count);
            assertThat(lines.get((int) rows.line(2) - 1)).endsWith(",mark" + count);
            assertThat(rows.line()).isLessThanOrEqualTo(rows.line(1)).isLessThanOrEqualTo(rows.line(2));
        }
        assertThat(count).isEqualTo(2000);
        assertThat(rows.endsWithinLine()).isFalse();
    }

    @Test
    void quotesHoldSeparatorsLineBreaksAndQuotes() {
        assertThat(all(rows("\"a\",b,c\n\"1,2\",\"say \"\"hi\"\"\", \"two\nlines\" \n 5\" ,\"\",x")))
                .containsExactly("2:1,2|say \"hi\"|two\nlines", "4:5\"|null|x");
    }

    @Test
    void aSeparatorBehindTheLastValueIsNoValue() {
        assertThat(all(rows("a,b,c\n1,2,3,\n4,5,\n"))).containsExactly("2:1|2|3", "3:4|5|null");
    }

    @Test
    void aLastLineWithoutItsEndIsARowAndIsTold() {
        CsvRows cut = rows("a,b,c\n1,2,3");
        assertThat(all(cut)).containsExactly("2:1|2|3");
        assertThat(cut.endsWithinLine()).isTrue();

        CsvRows blanks = rows("a,b,c\n1,2,3\n  \t");
        assertThat(all(blanks)).containsExactly("2:1|2|3");
        assertThat(blanks.endsWithinLine()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b,c~1,2          | f.csv:2 | has 2 values and the header 3 names",
                "a,b,c~~1,2,3,4     | f.csv:3 | has 4 values and the header 3 names",
                "a,b,c~1,2,3,,      | f.csv:2 | has 5 values and the header 3 names",
                "a,b,c~1,`2`x,3     | f.csv:2 | has a quote that does not end its value",
                "a,b,c~1,2,3~1,`2~3 | f.csv:3 | has a quote that is not closed",
            })
    void whatIsNoRowIsToldWithItsLine(String text, String place, String message) {
        CsvRows rows = rows(text.replace('`', '"').replace('~', '\n'));
        assertThatThrownBy(() -> all(rows))
                .isInstanceOfSatisfying(
                        ForecastFileException.class,
                        e -> assertThat(e.location()).isEqualTo(place))
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ",", "\"\n"})
    void aRowWithoutEndDoesNotFillTheMemory(String endless) {
        InputStream stream = new InputStream() {
            private int at;

            @Override
            public int read() {
                return endless.charAt(Math.min(at++, endless.length() - 1));
            }
        };
        assertThatThrownBy(() -> new CsvRows(stream, ',', "f.csv"))
                .isInstanceOf(ForecastFileException.class)
                .hasMessage("begins a row of more than 2,097,152 bytes");
    }

    @Test
    void whatIsNoUtf8IsToldWhereItIsRead() {
        byte[] latin = "a,b,c\n1,2,gr\u00fcn\n1,\u00fc,3\n".getBytes(StandardCharsets.ISO_8859_1);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(latin), ',', "f.csv");
        rows.select(List.of(1));

        assertThat(rows.next()).isTrue();
        assertThat(rows.value(0)).isEqualTo("2");
        assertThat(rows.next()).isTrue();
        assertThatThrownBy(() -> rows.value(0))
                .isInstanceOfSatisfying(
                        ForecastFileException.class,
                        e -> assertThat(e.location()).isEqualTo("f.csv:3"))
                .hasMessage("is not UTF-8 text");
    }
}
