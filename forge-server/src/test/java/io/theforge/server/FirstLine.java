package io.theforge.server;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Standard output of a server, whose first line is waited for. */
final class FirstLine extends OutputStream {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CompletableFuture<String> first = new CompletableFuture<>();

    @Override
    public synchronized void write(int one) {
        said.write(one);
        if (one == '\n') {
            first.complete(said.toString(StandardCharsets.UTF_8).strip());
        }
    }

    void ended(String why) {
        first.complete("ended: " + why);
    }

    String await() throws Exception {
        return first.get(1, TimeUnit.MINUTES);
    }
}
