package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.crash.Bystander;
import io.theforge.database.crash.Draws;
import io.theforge.database.crash.Place;
import io.theforge.database.crash.Work;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line to the server is cut, or the server goes down. */
class LostServerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aLineThatIsCutLeavesTheDatabaseAsBeforeOrAfter(Work work) throws Exception {
        SplittableRandom random = Draws.random("cut lines");
        int rounds = Draws.rounds(3, 50);
        int done = 0;
        try (Bystander bystander = new Bystander(new PostgresPlace(TestServer.create()), work)) {
            long bytes = bytesOf(bystander, work);
            for (int round = 0; round < rounds; round++) {
                // every other round is cut near the end, where the commit is
                long cut = round % 2 == 0 ? random.nextLong(bytes) : bytes - random.nextLong(60);
                try (Place place = bystander.fresh()) {
                    run(place, work, cut);
                    place.awaitQuiet();
                    done += bystander.isUntouchedOrDone(place) ? 1 : 0;
                    bystander.worksAgain(place);
                } catch (AssertionError e) {
                    throw new AssertionError("cut after " + cut + " of " + bytes + " bytes", e);
                }
            }
            System.out.println(
                    "cut lines " + work + ": " + rounds + " within " + bytes + " bytes, " + done + " after the commit");
        }
    }

    private static long bytesOf(Bystander bystander, Work work) throws Exception {
        try (Place place = bystander.fresh()) {
            return run(place, work, Long.MAX_VALUE);
        }
    }

    /** @return bytes that have passed */
    private static long run(Place place, Work work, long cut) throws IOException {
        int port = Integer.parseInt(place.url().replaceAll(".*:(\\d+)/.*", "$1"));
        try (CuttingProxy proxy = new CuttingProxy(port, cut);
                Warehouse warehouse = warehouse(place.url().replace(":" + port + "/", ":" + proxy.port() + "/"))) {
            work.run(warehouse, Shops.SILENT);
            return proxy.passed();
        } catch (DatabaseException e) {
            assertThat(e.remedy()).isNotEmpty();
            return cut;
        }
    }

    private static Warehouse warehouse(String url) {
        return Warehouse.of(DatabaseUrl.parse(url, Path.of("")));
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatGoesDownInTheMiddleHasTheOldDatasetOrTheNewOneWhenItIsBack(Work work) throws Exception {
        SplittableRandom random = Draws.random("lost server");
        int rounds = Draws.rounds(1, 30);
        int done = 0;
        try (PrivateServer server = new PrivateServer(folder.resolve("data"));
                Bystander bystander = new Bystander(server.emptyPlace(), work)) {
            int heard = heardFrom(bystander, work, server);
            for (int round = 0; round < rounds; round++) {
                try (Place place = bystander.fresh()) {
                    StopAt stop = new StopAt(server, random.nextInt(heard));
                    try {
                        work.run(place.warehouse(), stop);
                    } catch (DatabaseException e) {
                        assertThat(e).hasMessageContaining("lost");
                    }
                    server.startAgain();
                    done += bystander.isUntouchedOrDone(place) ? 1 : 0;
                    bystander.worksAgain(place);
                }
            }
        }
        System.out.println("lost server " + work + ": " + rounds + " times, " + done + " after the commit");
    }

    private static int heardFrom(Bystander bystander, Work work, PrivateServer server) throws Exception {
        StopAt never = new StopAt(server, Integer.MAX_VALUE);
        try (Place place = bystander.fresh()) {
            work.run(place.warehouse(), never);
        }
        return Integer.MAX_VALUE - never.left;
    }

    /** Stops the server when it hears the k-th thing from the operation. */
    private static final class StopAt implements Progress {
        private final PrivateServer server;
        private int left;

        StopAt(PrivateServer server, int heard) {
            this.server = server;
            left = heard;
        }

        private void hear() {
            if (left-- == 0) {
                try {
                    server.stopAtOnce();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void begin(String step, @Nullable Long rows) {
            hear();
        }

        @Override
        public void advance(long rows) {
            hear();
        }

        @Override
        public void end() {
            hear();
        }

        @Override
        public void committing() {
            hear();
        }
    }
}
