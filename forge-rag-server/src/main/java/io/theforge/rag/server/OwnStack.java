package io.theforge.rag.server;

import io.theforge.cli.command.Context;
import io.theforge.cli.serve.StackProgram;
import io.theforge.database.DatabaseUrl;
import io.theforge.server.RunningServer;
import java.net.URI;

/** What {@code forge --scenario rag-agent} finds where no address is given: {@code forge serve --rag}, inside the process. */
public final class OwnStack implements StackProgram {

    @Override
    public RunningStack start(Context context, DatabaseUrl database) {
        return new Running(RunningServer.forOneRun(context, database));
    }

    private record Running(RunningServer server) implements RunningStack {
        @Override
        public URI address() {
            return URI.create(server.address().replaceFirst("/$", ""));
        }

        @Override
        public String token() {
            return server.token();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
