package io.theforge.spark.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A cluster of this machine: a master, and workers with one core each, all of them processes that talk by the loopback. */
final class OwnCluster implements AutoCloseable {
    private final SparkHome home;
    private final SparkProcess master;
    private final String address;
    private final List<SparkProcess> workers = new ArrayList<>();
    private int started;

    private OwnCluster(SparkHome home) throws IOException, InterruptedException {
        this.home = home;
        master = SparkProcess.start(
                "master",
                home,
                "-Dspark.master.rest.enabled=false",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        address = master.await("Starting Spark master at (spark://\\S+)").group(1);
    }

    /** Starts one with so many workers, and waits for them. */
    static OwnCluster start(SparkHome home, int workers) throws IOException, InterruptedException {
        OwnCluster cluster = new OwnCluster(home);
        cluster.fillUp(workers);
        return cluster;
    }

    /** Starts workers until there are so many. */
    void fillUp(int wanted) throws IOException, InterruptedException {
        int there = workers.size();
        while (workers.size() < wanted) {
            workers.add(startWorker());
        }
        for (SparkProcess worker : workers.subList(there, wanted)) {
            worker.await("Successfully registered with master");
        }
    }

    private SparkProcess startWorker() throws IOException {
        String name = "worker-" + ++started;
        // Spark does a task twice on two machines alone: the loopback has two names.
        String host = started % 2 == 0 ? "localhost" : "127.0.0.1";
        return SparkProcess.start(
                name,
                home,
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--host",
                host,
                "--port",
                "0",
                "--webui-port",
                "0",
                "--work-dir",
                Path.of("target", "cluster", name).toAbsolutePath().toString(),
                address);
    }

    /** Submits our jar as its users do. @param settings of Spark, such as {@code spark.speculation=true} */
    SparkProcess submit(String name, List<String> settings, String mainClass, String... arguments) throws IOException {
        return Submission.start(name, home, address, settings, mainClass, arguments);
    }

    /** Ends the worker that an executor belongs to, and with it the executor, without a word. */
    void killWorkerOf(String executor) {
        SparkProcess worker = workers.stream()
                .filter(each -> each.all().stream().anyMatch(process -> isExecutor(process, executor)))
                .findFirst()
                .orElseThrow();
        workers.remove(worker);
        worker.kill();
    }

    /** Returns the process of an executor. */
    ProcessHandle executor(String number) {
        return workers.stream()
                .flatMap(worker -> worker.all().stream())
                .filter(process -> isExecutor(process, number))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isExecutor(ProcessHandle process, String number) {
        List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
        int place = arguments.indexOf("--executor-id");
        return place >= 0 && arguments.get(place + 1).equals(number);
    }

    @Override
    public void close() {
        workers.forEach(SparkProcess::close);
        master.close();
    }
}
