package io.theforge.export.dirt.ledger;

import io.theforge.export.file.ByteFile;
import io.theforge.export.file.ExportFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A ledger that is being written: a part for each file, joined in the order in which they were opened. */
public final class LedgerParts {
    private static final String PART = LedgerEntry.FILE + ".part";

    private final ExportFolder folder;
    private final List<Path> parts = new ArrayList<>();

    public LedgerParts(ExportFolder folder) {
        this.folder = folder;
    }

    /** Begins the entries about a file. */
    public LedgerPart open(String table, LedgerPart.Places places) throws IOException {
        Path part = folder.place(PART + parts.size());
        parts.add(part);
        return new LedgerPart(table, places, part);
    }

    /** Writes the ledger into the folder, all parts being closed. */
    public void join() throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (ByteFile ledger = folder.create(LedgerEntry.FILE)) {
            byte[] header = (LedgerEntry.HEADER + "\n").getBytes(StandardCharsets.UTF_8);
            ledger.write(header, header.length);
            for (Path part : parts) {
                try (InputStream in = Files.newInputStream(part)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        ledger.write(buffer, n);
                    }
                }
                Files.delete(part);
            }
            ledger.finish();
        }
    }
}
