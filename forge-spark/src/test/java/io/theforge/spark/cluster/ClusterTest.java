package io.theforge.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.Forge;
import io.theforge.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job on a master and two workers: whatever becomes of them, the same rows as on one machine, each of them once. */
class ClusterTest {
    private static final int WORKERS = 2;
    private static final String FOURTH_TASK =
            "Starting task 3\\.0 in stage \\S+ \\(TID \\d+\\) \\(\\S+,\\s*executor (\\d+)";
    private static final String FOURTH_TASK_AGAIN = "Starting task 3\\.1 in stage";

    private static final String ELSEWHERE =
            "spark.executor.extraJavaOptions=-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu";

    private static OwnCluster cluster;
    private static Dataset dataset;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = OwnCluster.start(SparkHome.OURS, WORKERS);
        dataset = Forge.dataset("scenario: holiday_rush");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** The executors speak Turkish and live in Nepal, too: one start of Spark for both. */
    @Test
    void theSameRowsWhenAWorkerIsKilledInTheMiddle() throws IOException, InterruptedException {
        SparkProcess job = submit("killed", 64, ELSEWHERE);
        String executor = job.await(FOURTH_TASK).group(1);
        // Stands still until it is killed, so that it has begun a task that it does not end.
        signal("-STOP", cluster.executor(executor));
        job.await("Starting task 9\\.0 in stage");
        cluster.killWorkerOf(executor);
        new Output(folder).assertWhole(job, dataset, 64);
        assertThat(job.output()).contains("Lost executor " + executor).containsPattern(FOURTH_TASK_AGAIN);
        cluster.fillUp(WORKERS);
    }

    /** A process that stands still is what Spark starts a second task for; the second one's rows are those that count. */
    @Test
    @EnabledIfSystemProperty(named = "forge.exhaustive", matches = "true", disabledReason = "it takes minutes")
    void theSameRowsWhenATaskIsDoneTwice() throws IOException, InterruptedException {
        SparkProcess job = submit(
                "speculation",
                7,
                "spark.speculation=true",
                "spark.speculation.quantile=0.5",
                "spark.speculation.multiplier=1.1");
        ProcessHandle executor = cluster.executor(job.await(FOURTH_TASK).group(1));
        signal("-STOP", executor);
        try {
            job.await("^fingerprint ");
        } finally {
            // Or the driver would wait for its answer when all is done.
            signal("-CONT", executor);
        }
        new Output(folder).assertWhole(job, dataset, 7);
        assertThat(job.output()).containsPattern(FOURTH_TASK_AGAIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    @EnabledIfSystemProperty(named = "forge.exhaustive", matches = "true", disabledReason = "it takes minutes")
    void theSameRowsInAnyNumberOfParts(int partitions) throws IOException, InterruptedException {
        generate("parts-" + partitions, partitions, "spark.speculation=true");
    }

    private void generate(String name, int partitions, String... settings) throws IOException, InterruptedException {
        try (SparkProcess job = submit(name, partitions, settings)) {
            new Output(folder).assertWhole(job, dataset, partitions);
        }
    }

    private SparkProcess submit(String name, int partitions, String... settings) throws IOException {
        return cluster.submit(
                name,
                List.of(settings),
                "io.theforge.spark.Generate",
                "--scenario",
                "holiday_rush",
                "--format",
                "csv",
                "--partitions",
                Integer.toString(partitions),
                "--out",
                folder.toString());
    }

    private static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }
}
