package io.theforge.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.Operational;
import io.theforge.database.report.Progress;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.Layout;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Exports for tests, and DuckDB to read them back. */
public final class ExportedShop {
    /** Two threads, small batches: workers overlap even on few rows. */
    public static final Operational WORK = new Operational(2, 1);

    private ExportedShop() {}

    /** The plan of a configuration. */
    public static Plan plan(String yaml) {
        return Plan.of(ConfigReader.parse(yaml, "test").resolve(Overrides.NONE));
    }

    /** Writes a whole dataset. */
    public static ExportReport write(Plan plan, Layout layout, FileFormat format, Path out) throws IOException {
        SeriesSelection all = SeriesSelection.all(plan);
        return write(plan, all, layout.tables(plan, all, Table.SEVEN, false), format, WORK, out);
    }

    /** Writes some tables. */
    public static ExportReport write(
            Plan plan, SeriesSelection wanted, List<ExportTable> tables, FileFormat format, Operational work, Path out)
            throws IOException {
        return new Export(plan, wanted, tables, format, work).to(out, Progress.NONE);
    }

    /** Returns what is in each file, in hex digits where that is shorter to compare, by its path. */
    public static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .filter(path -> !isAboutFiles(path))
                    .forEach(path -> {
                        try {
                            files.put(
                                    folder.relativize(path).toString(),
                                    HexFormat.of().formatHex(sha256(Files.readAllBytes(path))));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    private static boolean isAboutFiles(Path path) {
        return List.of("manifest.json", "croissant.json")
                .contains(path.getFileName().toString());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the rows of a query of DuckDB's, fields with bars between; {@code FOLDER} in it is a folder. */
    public static List<String> query(Path folder, String sql) throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery(sql.replace("FOLDER", folder.toString()))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                found.add(line.toString());
            }
            return found;
        }
    }
}
