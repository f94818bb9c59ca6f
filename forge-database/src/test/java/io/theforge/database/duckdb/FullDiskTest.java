package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.Shops;
import io.theforge.database.crash.Bystander;
import io.theforge.database.crash.Draws;
import io.theforge.database.crash.Place;
import io.theforge.database.crash.SmallDisk;
import io.theforge.database.crash.Work;
import io.theforge.database.report.DatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The disk under a DuckDB file is full, sooner or later in the work. */
class FullDiskTest {
    private static final int MEGABYTES = 64;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aFullDiskIsExplainedAndTheFileIsAsItWas(Work work) throws Exception {
        int rounds = Draws.rounds(2, 40);
        int full = 0;
        try (SmallDisk disk = SmallDisk.mount(folder, MEGABYTES);
                Bystander bystander = new Bystander(
                        new DuckDbPlace(Files.createDirectory(disk.folder().resolve("place"))), work)) {
            for (int round = 0; round < rounds; round++) {
                try (Place place = bystander.fresh()) {
                    disk.leaveFree((long) round * (12 << 20) / rounds);
                    boolean completed = runs(place, work);
                    disk.makeRoom();
                    full += completed ? 0 : 1;
                    assertThat(bystander.isUntouchedOrDone(place)).isEqualTo(completed);
                    bystander.worksAgain(place);
                } finally {
                    disk.makeRoom();
                }
            }
        }
        assertThat(full).isPositive();
        System.out.println("DuckDB " + work + ": the disk was full " + full + " of " + rounds + " times");
    }

    private static boolean runs(Place place, Work work) {
        try {
            work.run(place.warehouse(), Shops.SILENT);
            return true;
        } catch (DatabaseException e) {
            assertThat(e).hasMessageContaining("disk is full");
            return false;
        }
    }
}
