package io.theforge.server.browser;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

/** Another program that has a DuckDB file open for writing: nobody else can read it then. */
final class FileHolder {
    private FileHolder() {}

    /** Returns the process that has it, until it is destroyed. */
    static Process hold(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FileHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // it has the file when it says something
        if (process.getInputStream().read() < 0) {
            throw new IllegalStateException("the file cannot be opened");
        }
        return process;
    }

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0])) {
            System.out.println(connection.isValid(1));
            System.in.read();
        }
    }
}
