package io.theforge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Exports as people start them, into a RAM disk where there is one. What a format costs beside the least that it could is told by a
 * program that is not ours: DuckDB's own {@code COPY} of the same rows out of tables in memory.
 */
final class FileTrials {
    private static final List<String> SERIES_TABLES = List.of("sales_daily", "inventory_snapshot_daily");
    private static final Path RAM_DISK = Path.of("/dev/shm");
    /** Beside the two tables of series, the others have next to no rows. */
    private static final long ROWS_OF_SERIES_DAY = 2;

    private static final Pattern PEAK_MEMORY = Pattern.compile("peak memory ([0-9,]+) MiB");
    private static final double MEBIBYTE = 1.048576;

    private final Launcher forge;
    private final Report report;
    private final Sizes sizes;
    private final Path folder;

    private FileTrials(Launcher forge, Report report, Sizes sizes, Path folder) {
        this.forge = forge;
        this.report = report;
        this.sizes = sizes;
        this.folder = folder;
    }

    /** @param isLong whether two hundred million rows are written too */
    static void measure(Launcher forge, Report report, Sizes sizes, Path scratch, boolean isLong)
            throws IOException, InterruptedException, SQLException {
        boolean ram = Files.isDirectory(RAM_DISK) && Files.isWritable(RAM_DISK);
        report.condition("files: " + (ram ? "on a RAM disk" : "on the disk of the temporary folder"));
        Path folder = ram ? Files.createTempDirectory(RAM_DISK, "forge-bench") : scratch;
        try {
            new FileTrials(forge, report, sizes, folder).measure(isLong);
        } finally {
            Scratch.remove(folder);
        }
    }

    private void measure(boolean isLong) throws IOException, InterruptedException, SQLException {
        int stores = 10 * sizes.stores();
        long rows = rows(stores);
        String what = "export of " + stores + " stores, best of " + sizes.trials() + ": ";
        report.atLeast(10e6, what + "csv", rows / seconds("csv", stores), "rows/s");
        double parquet = seconds("parquet", stores);
        report.atLeast(2.5e6, what + "parquet", rows / parquet, "rows/s");
        double copy = ownCopy();
        report.figure("DuckDB's COPY of the same from tables in memory", rows / copy, "rows/s");
        report.atLeast(0.5, "parquet: export against DuckDB's own COPY", copy / parquet, "x");
        double small = 0;
        for (String format : List.of("csv", "jsonl", "json", "parquet", "sql", "duckdb")) {
            double peak = peakMegabytes(export(format, sizes.stores()));
            small = format.equals("csv") ? peak : small;
            report.atMost(300, "peak memory, " + format + " of " + sizes.stores() + " stores", peak, "MB");
        }
        if (isLong) {
            int many = 100 * sizes.stores();
            double peak = peakMegabytes(export("csv", many));
            report.atMost(300, "peak memory, csv of " + many + " stores", peak, "MB");
            report.atMost(1.1, "peak memory, csv of " + many + " stores against " + sizes.stores(), peak / small, "x");
        }
    }

    /** Peak resident set of an export, as its last lines tell it, in MB of 10^6 bytes. */
    private static double peakMegabytes(Command.Ended run) {
        Matcher matcher = PEAK_MEMORY.matcher(run.output());
        if (!matcher.find()) {
            throw new IllegalStateException("no peak memory in " + run.output());
        }
        return Long.parseLong(matcher.group(1).replace(",", "")) * MEBIBYTE;
    }

    private long rows(int stores) {
        return ROWS_OF_SERIES_DAY * stores * sizes.products() * 366;
    }

    private double seconds(String format, int stores) throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        for (int trial = 0; trial < sizes.trials(); trial++) {
            best = Math.min(best, export(format, stores).seconds());
        }
        return best;
    }

    private Command.Ended export(String format, int stores) throws IOException, InterruptedException {
        Path out = folder.resolve("shop");
        if (Files.exists(out)) {
            Scratch.remove(out);
        }
        return forge.run(
                "export",
                "--format",
                format,
                "--out",
                out.toString(),
                "--stores",
                String.valueOf(stores),
                "--products",
                String.valueOf(sizes.products()));
    }

    /** Best time in which DuckDB writes what the last export has written, from tables in memory, with the same compression. */
    private double ownCopy() throws SQLException, IOException {
        double best = Double.MAX_VALUE;
        Path copies = Files.createDirectory(folder.resolve("copies"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String table : SERIES_TABLES) {
                statement.execute("CREATE TABLE " + table + " AS FROM read_parquet(" + files(table) + ")");
            }
            for (int trial = 0; trial < sizes.trials(); trial++) {
                long start = System.nanoTime();
                for (String table : SERIES_TABLES) {
                    statement.execute("COPY " + table + " TO " + Scratch.quoted(copies.resolve(table + ".parquet"))
                            + " (FORMAT parquet, COMPRESSION zstd)");
                }
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
        }
        Scratch.remove(copies);
        return best;
    }

    /** A table is one file or a folder of parts. */
    private String files(String table) throws IOException {
        Path parts = folder.resolve("shop").resolve(table);
        if (!Files.isDirectory(parts)) {
            return Scratch.quoted(parts.resolveSibling(table + ".parquet"));
        }
        try (Stream<Path> files = Files.list(parts)) {
            return "[" + String.join(", ", files.sorted().map(Scratch::quoted).toList()) + "]";
        }
    }
}
