package io.theforge.export.file;

import io.theforge.export.copy.CopyEngine;
import io.theforge.export.copy.CopySource;
import io.theforge.export.copy.Handover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionBindInfo;

/** A file that is compressed as zstd does it: by DuckDB, which writes blobs one behind another. */
final class ZstdFile extends BlockFile {
    private final ExportFolder folder;
    private final String path;
    private final Path place;

    ZstdFile(ExportFolder folder, String path) throws IOException {
        this(folder, path, folder.place(path));
    }

    private ZstdFile(ExportFolder folder, String path, Path place) {
        super(
                "forge-zstd",
                blocks -> CopyEngine.copy(new Blobs(blocks), "encode(block)", place, "FORMAT blob, COMPRESSION zstd"));
        this.folder = folder;
        this.path = path;
        this.place = place;
    }

    @Override
    public long finish() throws IOException {
        super.finish();
        folder.add(path);
        return Files.size(place);
    }

    /** A row for each block. DuckDB takes texts from us, and no blobs. */
    private record Blobs(Handover<Block> blocks) implements CopySource {
        @Override
        public void declare(DuckDBTableFunctionBindInfo columns) throws SQLException {
            columns.addResultColumn("block", DuckDBColumnType.VARCHAR);
        }

        @Override
        public int next(DuckDBDataChunkWriter rows) throws InterruptedException {
            Block block = blocks.take();
            if (block == null) {
                return 0;
            }
            rows.vector(0).setStringUtf8Batch(0, new byte[][] {Arrays.copyOf(block.bytes, block.length)});
            blocks.giveBack(block);
            return 1;
        }
    }
}
