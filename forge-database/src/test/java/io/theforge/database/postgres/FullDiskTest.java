package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.Shops;
import io.theforge.database.crash.Bystander;
import io.theforge.database.crash.Draws;
import io.theforge.database.crash.Place;
import io.theforge.database.crash.SmallDisk;
import io.theforge.database.crash.Work;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The disk under a database's tablespace is full, sooner or later in the work. */
class FullDiskTest {
    private static final int MEGABYTES = 64;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    void aFullDiskIsExplainedAndTheDatabaseIsAsItWas(Work work) throws Exception {
        int rounds = Draws.rounds(1, 40);
        int full = 0;
        try (SmallDisk disk = SmallDisk.mount(folder, MEGABYTES);
                PrivateServer server = new PrivateServer(data.resolve("data"));
                Bystander bystander = new Bystander(on(disk, server), work)) {
            for (int round = 0; round < rounds; round++) {
                try (Place place = bystander.fresh()) {
                    disk.leaveFree((long) round * (3 << 20) / rounds);
                    boolean completed = runs(place, work);
                    disk.makeRoom();
                    full += completed ? 0 : 1;
                    place.awaitQuiet();
                    assertThat(bystander.isUntouchedOrDone(place)).isEqualTo(completed);
                    bystander.worksAgain(place);
                } finally {
                    disk.makeRoom();
                }
            }
        }
        assertThat(full).isPositive();
        System.out.println("PostgreSQL " + work + ": the disk was full " + full + " of " + rounds + " times");
    }

    /** An empty database whose tables, and those of its copies, lie on the small disk. */
    private Place on(SmallDisk disk, PrivateServer server) throws Exception {
        Path space = Files.createDirectory(disk.folder().resolve("space"));
        Files.setOwner(space, Files.getOwner(data.resolve("data")));
        PostgresPlace place = server.emptyPlace();
        try (Connection admin = server.connect()) {
            Sql.on(admin).run("CREATE TABLESPACE small LOCATION '" + space + "'");
            Sql.on(admin).run("ALTER DATABASE " + place.database().name() + " SET TABLESPACE small");
        }
        return place;
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
