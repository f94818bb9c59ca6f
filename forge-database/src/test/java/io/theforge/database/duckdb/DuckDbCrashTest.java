package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.crash.CrashContract;
import io.theforge.database.crash.Faults;
import io.theforge.database.crash.Place;
import io.theforge.database.report.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by DuckDB. */
class DuckDbCrashTest extends CrashContract {
    /** Of the 36,600 rows of a table several, and the file is opened afresh within a table. */
    private static final Pieces SMALL = new Pieces(10_000, 20_000);

    @TempDir
    Path places;

    @Override
    protected Place emptyPlace() throws IOException {
        return new DuckDbPlace(Files.createTempDirectory(places, "place"));
    }

    /** A piece goes into its table and the file is opened afresh, on a thread of its own, while the next piece is appended. */
    @Test
    void whicheverStepFailsBesideTheAppendingIsToldAndNothingIsLeft() throws Exception {
        Faults none = Faults.at(Faults.NONE, false);
        fill(none);
        int checkpoint = none.firstAfter("execute CHECKPOINT " + NewFile.NAME) - 1;
        for (int step = checkpoint - 2; step <= checkpoint + 4; step++) {
            Faults faults = Faults.at(step, false);
            Path folder = Files.createTempDirectory(places, "place");
            assertThatThrownBy(() -> fill(faults, folder))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("failed on purpose");
            faults.letGo();
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(file -> String.valueOf(file.getFileName())))
                        .as("after step %d of %d failed", step, none.firstAfter("execute CHECKPOINT"))
                        .containsExactly("forge.duckdb.lock");
            }
            fill(Faults.at(Faults.NONE, false), folder);
        }
    }

    private void fill(Faults faults) throws IOException {
        fill(faults, Files.createTempDirectory(places, "place"));
    }

    private static void fill(Faults faults, Path folder) {
        try (Warehouse warehouse = new DuckDbPlace(folder, SMALL).warehouse(faults)) {
            warehouse.fullNew(Shops.plan(2, 10, 10, 366), Shops.WORK, Shops.SILENT);
        }
    }
}
