package io.theforge.export.file;

import io.theforge.plan.Plan;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How files of text are made smaller. A file's name says it. */
public enum Compression {
    NONE(""),
    GZIP(".gz"),
    ZSTD(".zst");

    private final String ending;

    Compression(String ending) {
        this.ending = ending;
    }

    /** Returns what comes behind the ending of the format: ".gz". */
    public String ending() {
        return ending;
    }

    /** Returns that of a file. */
    public static Compression of(String path) {
        return Arrays.stream(values())
                .filter(each -> each != NONE && path.endsWith(each.ending))
                .findFirst()
                .orElse(NONE);
    }

    /** Returns the same format with files that are compressed; for formats of text. */
    public FileFormat of(FileFormat format) {
        return this == NONE ? format : new Compressed(format, ending);
    }

    /** Opens a file of an export. */
    ByteFile open(ExportFolder folder, String path) throws IOException {
        return switch (this) {
            case NONE -> new ExportFile(folder, path, folder.place(path));
            case GZIP -> new GzipFile(new ExportFile(folder, path, folder.place(path)));
            case ZSTD -> new ZstdFile(folder, path);
        };
    }

    /** A format whose files have another name: what is compressed follows from that. */
    private record Compressed(FileFormat format, String suffix) implements FileFormat {
        @Override
        public String ending() {
            return format.ending() + suffix;
        }

        @Override
        public @Nullable String oneFile() {
            return format.oneFile() == null ? null : format.oneFile() + suffix;
        }

        @Override
        public FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) throws IOException {
            return format.start(folder, plan, isWhole);
        }
    }
}
