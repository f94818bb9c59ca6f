package io.theforge.cli.serve;

import io.theforge.cli.command.Context;
import io.theforge.database.DatabaseUrl;
import java.net.URI;

/** Our own stack that indexes, retrieves and answers. It is found by the service loader, so that no other command loads it. */
public interface StackProgram {

    /** Starts it on a free port of this machine, with a token of its own. It answers when this returns. */
    RunningStack start(Context context, DatabaseUrl database);

    /** One that has been started; closing it ends it. An end of the process does not end it before it is closed. */
    interface RunningStack extends AutoCloseable {

        /** Without the token. */
        URI address();

        /** Lets us in. */
        String token();

        @Override
        void close();
    }
}
