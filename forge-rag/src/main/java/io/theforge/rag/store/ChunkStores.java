package io.theforge.rag.store;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.postgres.PostgresAddress;
import java.nio.file.Path;

/** Which store belongs to a database. */
public final class ChunkStores {
    private ChunkStores() {}

    /**
     * Returns the database itself where it is PostgreSQL with the extension vector, else a file. Asks the database, and creates nothing.
     *
     * @param file the one to be used otherwise
     * @param model the name of the embedding model
     */
    public static ChunkStore of(DatabaseUrl database, Path file, String model) {
        PostgresAddress postgres = database.postgres();
        return postgres != null && PostgresStore.isPossible(postgres)
                ? new PostgresStore(postgres, model)
                : new DuckDbStore(file, model);
    }
}
