package io.theforge.cli.serve;

import io.theforge.cli.result.Result;

/** What serves. It is found by the service loader, so that no other command loads it. */
public interface ServerProgram {

    /** Serves until the calling thread is interrupted. @return how it ended */
    Result serve(ServeRequest request);
}
