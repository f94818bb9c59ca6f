package io.theforge.server.dataset;

import io.theforge.cli.export.RequestedFiles;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Parameter;
import io.theforge.server.openapi.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All rows as files, in one archive. The files are written whole before the first byte is sent. */
public final class ExportEndpoint {
    private static final String ZIP = "application/zip";
    private static final int MAX_AT_ONCE = 2;
    private final ServedDatabase database;
    private final Turns turns = new Turns(MAX_AT_ONCE, 0);

    public ExportEndpoint(ServedDatabase database) {
        this.database = database;
    }

    public List<Endpoint> all() {
        return List.of(Endpoint.get("/api/v1/export", "All rows as files, in one archive", Form.of(ZIP), this::export)
                .with(
                        Parameter.optional("format", Schema.word("csv", "jsonl", "json", "parquet", "duckdb", "sql")),
                        Parameter.optional("layout", Schema.word("tables", "series", "m5", "ingest")),
                        Parameter.optional("compress", Schema.word("none", "gzip", "zstd")),
                        Parameter.optional("tables", Schema.text(1, 200)),
                        Parameter.optional("series", Schema.whole(1, Integer.MAX_VALUE))));
    }

    private Answer export(Call call) throws Exception {
        Map<String, String> values = new HashMap<>();
        for (String name : List.of("format", "layout", "compress", "tables", "series")) {
            String value = call.query(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        RequestedFiles files = RequestedFiles.of(values);
        if (call.request().getMethod().equals("HEAD")) {
            return Answer.text(ZIP, "");
        }
        turns.enter();
        Path folder = null;
        try {
            folder = Files.createTempDirectory("forge-export");
            Path whole = folder.resolve("shop");
            database.gate().aloneForLong(() -> files.write(database.url(), whole, database.operational()));
            Path written = folder;
            return Answer.file(ZIP, "shop.zip", out -> {
                try {
                    archive(whole, out);
                } finally {
                    done(written);
                }
            });
        } catch (Exception | Error e) {
            done(folder);
            throw e;
        }
    }

    private static void archive(Path folder, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private void done(@org.jspecify.annotations.Nullable Path folder) {
        turns.leave();
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // in the folder for temporary files, where it is nobody's
            return;
        }
    }
}
