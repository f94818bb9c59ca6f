package io.theforge.spark.cluster;

import java.nio.file.Path;

/**
 * A Spark as its users install one, as far as these tests need it: its jars, which Maven has put into one folder.
 *
 * @param folder what {@code SPARK_HOME} says; its jars are in {@code jars}
 */
record SparkHome(Path folder) {
    /** The one that we compile against. */
    static final SparkHome OURS = new SparkHome(Path.of("target", "spark").toAbsolutePath());

    /** Our jar, as its users take it. */
    static final Path JAR = Path.of("target", "forge-spark.jar").toAbsolutePath();

    /** Returns what has to be before the arguments of one of its programs, in the JVM of the tests. */
    String[] java(String... options) {
        String[] command = new String[options.length + 4];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-cp";
        command[2] = folder.resolve("jars") + "/*";
        command[3] = "-Xmx512m";
        System.arraycopy(options, 0, command, 4, options.length);
        return command;
    }
}
