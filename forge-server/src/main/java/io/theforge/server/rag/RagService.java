package io.theforge.server.rag;

import io.theforge.cli.input.Environment;
import io.theforge.database.DatabaseUrl;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import java.nio.file.Path;

/** Does what is asked of documents. */
public interface RagService extends AutoCloseable {

    /** Finds the service, by the service loader: its libraries are large, and without {@code --rag} nobody loads them. */
    interface Program {
        RagService open(Place place);
    }

    /**
     * Where the service works.
     *
     * @param folder the server's own
     */
    record Place(DatabaseUrl database, Path folder, Environment environment) {}

    Answer index(Call call) throws Exception;

    Answer retrieve(Call call) throws Exception;

    Answer sources(Call call) throws Exception;

    Answer delete(Call call) throws Exception;

    @Override
    void close();
}
