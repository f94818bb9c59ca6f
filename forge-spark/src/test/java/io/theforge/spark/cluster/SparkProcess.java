package io.theforge.spark.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of Spark's programs in a process of its own. What it says is kept, and can be waited for. It is killed when the process of the tests
 * is gone, in whatever way.
 */
final class SparkProcess implements AutoCloseable {
    /** Waits for the program, and for the end of standard input, which its starter holds open; the first of them ends both. */
    private static final String UNTIL_STARTER_IS_GONE = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            child=$!
            (cat <&3; kill -9 $child) >/dev/null 2>&1 &
            exec 3<&-
            wait $child
            """;

    private static final long PATIENCE_SECONDS = 300;

    private final String name;
    private final Process shell;
    private final List<String> lines = new ArrayList<>();
    private boolean isOver;

    private SparkProcess(String name, Process shell, Path log) {
        this.name = name;
        this.shell = shell;
        Thread reader = new Thread(() -> read(log), "what " + name + " says");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program.
     *
     * @param name of the log in {@code target/cluster}
     * @param arguments the program's class and its arguments, options of the JVM before them
     */
    static SparkProcess start(String name, SparkHome home, String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "cluster").toAbsolutePath());
        List<String> command = new ArrayList<>(List.of("sh", "-c", UNTIL_STARTER_IS_GONE, name));
        command.addAll(List.of(home.java(arguments)));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPARK_HOME", home.folder().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment()
                .put("SPARK_LOCAL_DIRS", folder.resolve("temporary").toString());
        return new SparkProcess(name, builder.start(), folder.resolve(name + ".log"));
    }

    private void read(Path log) {
        try (BufferedReader in = shell.inputReader(StandardCharsets.UTF_8);
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                copy.println(line);
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (lines) {
                isOver = true;
                lines.notifyAll();
            }
        }
    }

    /** Waits for the first line in which a pattern is found. */
    Matcher await(String pattern) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (lines) {
            for (int next = 0; ; ) {
                for (; next < lines.size(); next++) {
                    Matcher found = wanted.matcher(lines.get(next));
                    if (found.find()) {
                        return found;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (isOver || left <= 0) {
                    throw new AssertionError(name + " did not say \"" + pattern + "\":\n" + String.join("\n", lines));
                }
                lines.wait(left);
            }
        }
    }

    /** Waits for the end and returns what the program ended with. */
    int exitCode() throws InterruptedException {
        synchronized (lines) {
            while (!isOver) {
                lines.wait();
            }
        }
        return shell.waitFor();
    }

    /** Returns all that it said. */
    String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** Returns the processes that it has started, and itself. */
    List<ProcessHandle> all() {
        return shell.descendants().toList();
    }

    /** Ends it and what it has started at once, as a machine that is switched off. */
    void kill() {
        List<ProcessHandle> all = new ArrayList<>(all());
        all.add(shell.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    @Override
    public void close() {
        kill();
    }
}
