package io.theforge.cli.rag;

import io.theforge.cli.command.Context;
import io.theforge.cli.serve.StackProgram;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** In place of our own stack, which is a module above: it answers as the host does. */
public final class StubStack implements StackProgram {
    private static final String TOKEN = "of-this-run-alone";

    @Override
    public RunningStack start(Context context, DatabaseUrl database) {
        try (Warehouse warehouse = Warehouse.of(database)) {
            HostStub stub = HostStub.of(Plan.of(warehouse.dataset()), TOKEN);
            return new Running(stub);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Running(HostStub stub) implements RunningStack {
        @Override
        public URI address() {
            return URI.create(stub.url());
        }

        @Override
        public String token() {
            return TOKEN;
        }

        @Override
        public void close() {
            stub.close();
        }
    }
}
