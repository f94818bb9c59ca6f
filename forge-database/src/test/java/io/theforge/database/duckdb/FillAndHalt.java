package io.theforge.database.duckdb;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.report.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process that fills a file up to a step, says "here" and goes no further: it waits to be killed. */
final class FillAndHalt implements Progress {
    private final String step;
    private boolean reached;

    private FillAndHalt(String step) {
        this.step = step;
    }

    static Process start(Path file, Path libraries, String step) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // a killed process leaves DuckDB's unpacked library behind: in the test's folder, then
                "-Djava.io.tmpdir=" + libraries,
                "-cp",
                System.getProperty("java.class.path"),
                FillAndHalt.class.getName(),
                file.toString(),
                step);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) {
        Warehouse.of(new DatabaseUrl(Path.of(arguments[0]), null))
                .fullNew(Shops.plan(99, 3, 4, 90), Shops.WORK, new FillAndHalt(arguments[1]));
    }

    @Override
    public void begin(String name, @Nullable Long rows) {
        reached = name.equals(step);
        if (reached && rows == null) {
            halt();
        }
    }

    @Override
    public void advance(long rows) {
        if (reached) {
            halt();
        }
    }

    @Override
    public void end() {}

    private static void halt() {
        try {
            System.out.println("here");
            System.out.flush();
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
