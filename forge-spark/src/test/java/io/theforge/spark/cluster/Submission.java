package io.theforge.spark.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code spark-submit} does, with our jar. */
final class Submission {
    private Submission() {}

    /**
     * Starts a job, with its driver in a process of its own.
     *
     * @param master {@code local[2]}, or a cluster's address
     * @param settings of Spark, such as {@code spark.speculation=true}
     */
    static SparkProcess start(
            String name, SparkHome home, String master, List<String> settings, String mainClass, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        List<String> all = new ArrayList<>(List.of(
                "spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.ui.enabled=false",
                "spark.executor.memory=512m"));
        all.addAll(settings);
        for (String setting : all) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of("--class", mainClass, SparkHome.JAR.toString()));
        command.addAll(List.of(arguments));
        return SparkProcess.start(name, home, command.toArray(String[]::new));
    }
}
