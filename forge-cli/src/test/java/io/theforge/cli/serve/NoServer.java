package io.theforge.cli.serve;

import io.theforge.cli.result.Result;
import java.util.List;
import java.util.Map;

/** In place of the server, which is a module above: it serves nobody, and has ended at once. */
public final class NoServer implements ServerProgram {

    @Override
    public Result serve(ServeRequest request) {
        return Result.done(
                "completed",
                Map.of("requests", 0),
                List.of("not listening on " + request.host() + ":" + request.port() + ", " + request.database()));
    }
}
