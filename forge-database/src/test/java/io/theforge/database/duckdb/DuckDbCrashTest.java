package io.theforge.database.duckdb;

import io.theforge.database.crash.CrashContract;
import io.theforge.database.crash.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by DuckDB. */
class DuckDbCrashTest extends CrashContract {
    @TempDir
    Path places;

    @Override
    protected Place emptyPlace() throws IOException {
        return new DuckDbPlace(Files.createTempDirectory(places, "place"));
    }
}
