package io.theforge.bench;

import io.theforge.junit.ForgeDataset;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A run of tests as build tools make it, in a JVM of its own; prints the seconds of each test. */
final class JunitRun {
    private JunitRun() {}

    /** Two tests that ask for the same dataset, each with a connection and a query. */
    @ForgeDataset(scenario = "holiday_rush", seed = 42, stores = 3, products = 5)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class Asking {
        @Test
        void first(Connection shop) throws SQLException {
            read(shop);
        }

        @Test
        void second(Connection shop) throws SQLException {
            read(shop);
        }

        private static void read(Connection shop) throws SQLException {
            try (Statement statement = shop.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM store")) {
                if (!rows.next() || rows.getInt(1) != 3) {
                    throw new IllegalStateException("not the dataset that was asked for");
                }
            }
        }
    }

    private static final class Times implements TestExecutionListener {
        private final List<Double> seconds = new ArrayList<>();
        private final List<Throwable> failures = new ArrayList<>();
        private long started;

        @Override
        public void executionStarted(TestIdentifier test) {
            started = System.nanoTime();
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            double taken = (System.nanoTime() - started) / 1e9;
            result.getThrowable().ifPresent(failures::add);
            if (test.isTest()) {
                seconds.add(taken);
            }
        }
    }

    /** @param arguments the folder of the cache, which decides what is there already, and where the databases are made */
    public static void main(String[] arguments) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Asking.class))
                .configurationParameter("forge.junit.cache", arguments[0])
                .configurationParameter("forge.junit.database", arguments[1])
                .build();
        Times times = new Times();
        LauncherFactory.create().execute(request, times);
        if (!times.failures.isEmpty()) {
            throw new IllegalStateException(times.failures.get(0));
        }
        System.out.println(times.seconds.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
