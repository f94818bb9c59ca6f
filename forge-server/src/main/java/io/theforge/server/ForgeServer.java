package io.theforge.server;

import io.theforge.cli.command.Context;
import io.theforge.cli.result.Result;
import io.theforge.cli.serve.ServeRequest;
import io.theforge.cli.serve.ServerProgram;
import io.theforge.server.http.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What {@code forge serve} runs. */
public final class ForgeServer implements ServerProgram {

    @Override
    public Result serve(ServeRequest request) {
        Context context = request.context();
        try (RunningServer server = RunningServer.start(request, Limits.USUAL)) {
            tell(context, server);
            if (request.open()) {
                Browser.open(server.addressWithToken(), context.console());
            }
            awaitEnd();
            return Result.done("completed", Map.of("requests", server.requests()), List.of());
        }
    }

    /** The first line of standard output, for people and for scripts that wait for it. */
    private static void tell(Context context, RunningServer server) {
        context.console().event("started", Map.of("address", server.address()));
        if (context.json()) {
            context.console().tell(server.addressToPrint());
            return;
        }
        try {
            context.process().out().write((server.addressToPrint() + "\n").getBytes(StandardCharsets.UTF_8));
            context.process().out().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!context.console().jsonLog()) {
            context.console().tell("end it with Ctrl-C");
        }
    }

    private static void awaitEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException toldToEnd) {
            // that is how it ends
            return;
        }
    }
}
