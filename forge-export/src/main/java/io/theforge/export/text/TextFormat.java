package io.theforge.export.text;

import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.plan.Plan;
import io.theforge.table.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of lines: CSV, JSON Lines, and JSON with one array a file. */
public enum TextFormat implements FileFormat {
    CSV(".csv") {
        @Override
        public TextEncoder encoder(List<Column> columns) {
            return new CsvEncoder(columns);
        }

        @Override
        byte[] begin(List<Column> columns) {
            return CsvEncoder.header(columns);
        }
    },
    JSONL(".jsonl") {
        @Override
        public TextEncoder encoder(List<Column> columns) {
            return new JsonEncoder(columns, "\n");
        }
    },
    JSON(".json", ",\n", "\n]\n") {
        @Override
        public TextEncoder encoder(List<Column> columns) {
            return new JsonEncoder(columns, ",\n");
        }

        @Override
        byte[] begin(List<Column> columns) {
            return ascii("[\n");
        }
    };

    private final String ending;
    private final byte[] separator;
    private final byte[] end;

    TextFormat(String ending) {
        this(ending, "", "");
    }

    TextFormat(String ending, String separator, String end) {
        this.ending = ending;
        this.separator = ascii(separator);
        this.end = ascii(end);
    }

    /** Returns what writes rows in this format. */
    public abstract TextEncoder encoder(List<Column> columns);

    byte[] begin(List<Column> columns) {
        return new byte[0];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String ending() {
        return ending;
    }

    @Override
    public FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) {
        return (table, path) -> {
            List<Column> columns = table.columns();
            return new TextSink(folder.create(path), () -> encoder(columns), begin(columns), separator, end);
        };
    }
}
