package io.theforge.junit;

import io.theforge.config.model.ForgeConfig;
import io.theforge.database.postgres.PostgresAddress;
import io.theforge.junit.database.Contents;
import org.jspecify.annotations.Nullable;

/**
 * What an annotation asks for, with everything filled in.
 *
 * @param server where the database is to be made; null for an embedded one
 * @param again how to make the dataset again, for people
 */
record DatasetRequest(
        ForgeConfig config,
        boolean truth,
        boolean writable,
        @Nullable PostgresAddress server,
        String again) {

    Contents contents() {
        return new Contents(config, truth);
    }
}
