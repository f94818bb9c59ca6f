package io.theforge.export.text;

import io.theforge.export.file.ByteFile;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.export.layout.IngestLayout;
import io.theforge.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payloads of {@code POST /ingest/sales-daily}: 10,000 records each, the last one fewer. Other tables are written as they are. */
public enum PayloadFormat implements FileFormat {
    /** One payload a file. */
    JSON(TextFormat.JSON, IngestLayout.NAME, "\n", ",\n"),
    /** One payload a line. */
    JSONL(TextFormat.JSONL, IngestLayout.NAME + ".jsonl", "", ",");

    /** The most records that the application takes at a time. */
    public static final int RECORDS = 10_000;

    private final TextFormat plain;
    private final String path;
    private final String lineEnd;
    private final String separator;

    /** @param path of the one file or folder */
    PayloadFormat(TextFormat plain, String path, String lineEnd, String separator) {
        this.plain = plain;
        this.path = path;
        this.lineEnd = lineEnd;
        this.separator = separator;
    }

    /** Returns payloads in a format; empty where it can have none. */
    public static Optional<FileFormat> of(FileFormat format) {
        return format == TextFormat.JSON
                ? Optional.of(JSON)
                : format == TextFormat.JSONL ? Optional.of(JSONL) : Optional.empty();
    }

    /** Returns where a payload is, from 0, in a folder with one payload a file. */
    public String path(long payload) {
        String number = String.valueOf(payload);
        return path + "/" + "0".repeat(Math.max(0, 5 - number.length())) + number + ending();
    }

    byte[] begin() {
        return ascii("{\"records\":[" + lineEnd);
    }

    String separator() {
        return separator;
    }

    byte[] end() {
        return ascii(lineEnd + "]}\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String ending() {
        return plain.ending();
    }

    @Override
    public String oneFile() {
        return path;
    }

    @Override
    public FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) throws IOException {
        FormatWriter others = plain.start(folder, plan, isWhole);
        return (table, to) -> table.name().equals(IngestLayout.NAME)
                ? new PayloadSink(table.columns(), this, this == JSON ? new Files(folder) : new Lines(folder))
                : others.open(table, to.replace(path, table.name() + ending()));
    }

    /** One payload a file. */
    private final class Files implements PayloadSink.Payloads {
        private final ExportFolder folder;
        private long files;
        private long bytes;

        Files(ExportFolder folder) {
            this.folder = folder;
        }

        @Override
        public void add(byte[] payload, int length) throws IOException {
            try (ByteFile file = folder.create(path(files++))) {
                file.write(payload, length);
                bytes += file.finish();
            }
        }

        @Override
        public long finish() {
            return bytes;
        }

        @Override
        public void close() {
            // each file has been closed
        }
    }

    /** One payload a line. */
    private final class Lines implements PayloadSink.Payloads {
        private final ByteFile file;

        Lines(ExportFolder folder) throws IOException {
            file = folder.create(path);
        }

        @Override
        public void add(byte[] payload, int length) throws IOException {
            file.write(payload, length);
        }

        @Override
        public long finish() throws IOException {
            return file.finish();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
