package io.theforge.server.rag;

import io.theforge.cli.input.Environment;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.session.Target;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import java.nio.file.Path;

/** Does what is asked of documents, and of the agent that answers from them. */
public interface RagService extends AutoCloseable {

    /** Finds the service, by the service loader: its libraries are large, and without {@code --rag} nobody loads them. */
    interface Program {
        RagService open(Place place);
    }

    /**
     * Where the service works.
     *
     * @param folder the server's own
     * @param tables the dataset
     */
    record Place(DatabaseUrl database, Path folder, Environment environment, Tables tables) {}

    /** The dataset's database, for reading alone. */
    interface Tables {

        /**
         * Asks through a connection that cannot write, null when there is no such database.
         *
         * @throws io.theforge.database.report.DatabaseException when it cannot be reached
         */
        <T> T ask(Target.Reading<T> question) throws Exception;
    }

    Answer index(Call call) throws Exception;

    Answer retrieve(Call call) throws Exception;

    Answer sources(Call call) throws Exception;

    Answer delete(Call call) throws Exception;

    AgentService agents();

    @Override
    void close();
}
