package io.theforge.export.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.export.file.Compression;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.text.TextFormat;
import io.theforge.table.Column;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** Python's own csv, json and gzip. Where there is no Python, other readers have read the same files. */
class PythonReadsFormatsTest {
    private static final String SCRIPT = """
            import csv, gzip, json, struct, sys
            path, kinds = sys.argv[1], sys.argv[2].split(",")
            open_file = gzip.open if path.endswith(".gz") else open
            with open_file(path, "rt", encoding="utf-8", newline="") as file:
                if ".csv" in path:
                    rows = list(csv.reader(file, strict=True))[1:]
                elif ".jsonl" in path:
                    rows = [list(json.loads(line, parse_float=str).values()) for line in file]
                else:
                    rows = [list(row.values()) for row in json.load(file, parse_float=str)]
            def field(value, kind):
                if value is None or value == "":
                    return ""
                if kind == "REAL":
                    return format(struct.unpack(">Q", struct.pack(">d", float(value)))[0], "x")
                return str(value).lower() if kind == "BOOL" else str(value)
            for row in rows:
                assert len(row) == len(kinds)
                print(json.dumps([field(*pair) for pair in zip(row, kinds)]))
            """;

    private abstract static class Contract extends FormatContract {
        @Override
        protected List<List<@Nullable String>> read(Path out, ExportTable table) throws Exception {
            assumeTrue(
                    Pattern.compile(Pattern.quote(File.pathSeparator))
                            .splitAsStream(String.valueOf(System.getenv("PATH")))
                            .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
                    "no python3 on the PATH");
            List<String> kinds =
                    table.columns().stream().map(Column::kind).map(Enum::name).toList();
            Path printed = folder.resolve("printed");
            Process python = new ProcessBuilder(
                            "python3", "-c", SCRIPT, file(out, table).toString(), String.join(",", kinds))
                    .redirectOutput(printed.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(python.waitFor()).isZero();
            List<List<@Nullable String>> rows = new ArrayList<>();
            try (Stream<String> lines = Files.lines(printed)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    rows.add(row(line));
                }
            }
            Files.delete(printed);
            return rows;
        }

        private static List<@Nullable String> row(String line) throws IOException {
            return Arrays.asList(new ObjectMapper().readValue(line, String[].class));
        }

        /** Python's csv cannot tell an empty text from NULL. */
        @Override
        protected @Nullable String told(@Nullable String field) {
            return field == null ? "" : field;
        }
    }

    @Nested
    @DisplayName("CSV, read by Python")
    class Csv extends Contract {
        @Override
        protected FileFormat format() {
            return TextFormat.CSV;
        }
    }

    @Nested
    @DisplayName("JSON, read by Python")
    class Json extends Contract {
        @Override
        protected FileFormat format() {
            return TextFormat.JSON;
        }
    }

    @Nested
    @DisplayName("JSON Lines in gzip, read by Python")
    class JsonLines extends Contract {
        @Override
        protected FileFormat format() {
            return Compression.GZIP.of(TextFormat.JSONL);
        }
    }
}
