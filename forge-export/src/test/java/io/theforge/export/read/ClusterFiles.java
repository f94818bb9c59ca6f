package io.theforge.export.read;

import io.theforge.database.report.Progress;
import io.theforge.export.Export;
import io.theforge.export.ExportReport;
import io.theforge.export.ExportedShop;
import io.theforge.export.file.Sha256;
import io.theforge.export.layout.Layout;
import io.theforge.export.manifest.CodeColumns;
import io.theforge.export.manifest.Croissant;
import io.theforge.export.manifest.Description;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.parquet.ParquetFormat;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A dataset's files as a cluster leaves them, made by DuckDB from a plain export: codes in place of ids, rows shuffled and split. */
final class ClusterFiles implements AutoCloseable {
    private final Plan plan;
    private final ExportReport plain;
    private final Path plainFolder;
    private final Connection duckDb;

    /** @param work an empty folder for what is between */
    ClusterFiles(Plan plan, Path work) throws Exception {
        this.plan = plan;
        plainFolder = work.resolve("plain");
        SeriesSelection all = SeriesSelection.all(plan);
        plain = new Export(
                        plan,
                        all,
                        Layout.TABLES.tables(plan, all, Table.SEVEN, true),
                        new ParquetFormat(),
                        ExportedShop.WORK)
                .to(plainFolder, false, Description.ofTables("parquet"), Progress.NONE);
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        for (Table table : Table.values()) {
            String folder = table == Table.TRUTH_DAILY ? "truth/" : "";
            run("CREATE TABLE \"" + table.sqlName() + "\" AS SELECT row_number() OVER () AS place, * FROM '"
                    + plainFolder.resolve(folder + table.sqlName() + ".parquet") + "'");
        }
    }

    /** Returns the fingerprint that the plain export has. */
    String fingerprint() {
        return String.valueOf(plain.fingerprint());
    }

    /** Changes the rows that are written from now on. */
    void run(String sql) throws Exception {
        try (Statement statement = duckDb.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Writes all tables, and beside them what Hadoop leaves there.
     *
     * @param format "parquet", "csv", "delta"
     * @param files how many each table is split into; some may get no row
     * @param seed of the order of rows, and of which file they go into
     */
    Path write(Path folder, String format, int files, long seed) throws Exception {
        List<ManifestFile> written = new ArrayList<>();
        Map<Table, TableFingerprint> rows = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            rows.put(
                    table,
                    Objects.requireNonNull(plain.tables().get(table.sqlName())).fingerprint());
            String path = (table == Table.TRUTH_DAILY ? "truth/" : "") + table.sqlName();
            Files.createDirectories(folder.resolve(path));
            for (int i = 0; i < files; i++) {
                String file = path + "/part-0000" + i + "-2b6c1f0e-33f5-4a53-9c1d-[0]-c000"
                        + (format.equals("csv") ? ".csv" : ".snappy.parquet");
                copy(table, folder.resolve(file), format, "hash(place + " + seed + ") % " + files + " = " + i, seed);
                written.add(entry(folder, file, table));
                Files.writeString(folder.resolve(path + "/.part-0000" + i + ".crc"), "crc");
            }
            Files.writeString(folder.resolve(path + "/_SUCCESS"), "");
            if (format.equals("delta")) {
                Files.createDirectories(folder.resolve(path + "/_delta_log"));
                Files.writeString(folder.resolve(path + "/_delta_log/00000000000000000000.json"), "{}");
            }
        }
        Manifest manifest = Manifest.ofCodes(format, plan.config(), rows, written);
        Files.write(folder.resolve(Manifest.FILE), manifest.bytes());
        Files.write(folder.resolve(Croissant.FILE), Croissant.bytes(manifest));
        Files.writeString(folder.resolve("_SUCCESS"), "");
        return folder;
    }

    static ManifestFile entry(Path folder, String file, Table table) throws Exception {
        Path place = folder.resolve(file);
        return new ManifestFile(file, table.sqlName(), Files.size(place), Sha256.of(place));
    }

    private void copy(Table table, Path file, String format, String condition, long seed) throws Exception {
        String columns = CodeColumns.of(table).stream()
                .map(Column::name)
                .map(name -> switch (name) {
                    case CodeColumns.STORE -> "(SELECT code FROM store WHERE store.id = t.store_id) AS store_code";
                    case CodeColumns.PRODUCT ->
                        table == Table.PRODUCT
                                ? "sku"
                                : "(SELECT sku FROM product WHERE product.id = t.product_id) AS sku";
                    default -> name;
                })
                .collect(Collectors.joining(", "));
        run("COPY (SELECT " + columns + " FROM \"" + table.sqlName() + "\" t WHERE " + condition
                + " ORDER BY hash(place * 7 + " + seed + ")) TO '" + file + "' ("
                + (format.equals("csv") ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION snappy") + ")");
    }

    @Override
    public void close() throws Exception {
        duckDb.close();
    }
}
