package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who ask at once for what takes a while: some are told to come again, and nobody else notices. */
class ManyAtOnceTest {
    private static final int MANY = 100;

    @TempDir
    Path folder;

    @Test
    void someAreAnsweredAndTheOthersToldToComeAgain() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(MANY);
        try (Served server = Served.in(folder)) {
            List<CompletableFuture<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                asked.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return server.call("POST", "/api/v1/preview", "{\"stores\": 30}")
                                        .status();
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        },
                        clients));
            }
            assertThat(server.get("/health").status()).isEqualTo(200);
            assertThat(server.get("/seeder/status").status()).isEqualTo(200);
            List<Integer> statuses = asked.stream().map(CompletableFuture::join).toList();
            assertThat(statuses).as(server.err()).contains(200).allMatch(status -> status == 200 || status == 503);
        } finally {
            clients.shutdownNow();
        }
    }
}
