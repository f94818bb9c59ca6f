package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.crash.SmallDisk;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Verification;
import io.theforge.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A DuckDB file that nobody can write. */
class ReadOnlyDiskTest {
    private static final Plan SHOP = Shops.plan(42, 2, 3, 20);
    private static final Plan OTHER_SHOP = Shops.plan(43, 3, 2, 25);
    private static final AppendRequest MORE =
            new AppendRequest(LocalDate.of(2024, 1, 19), LocalDate.of(2024, 1, 25), 7L, true);
    private static final Deletion FACTS = new Deletion(Deletion.Scope.FACTS, false, null);

    @TempDir
    Path folder;

    @Test
    void whatWouldBeDoneCanBeAskedAndDoingItIsRefusedInOneLine() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 64)) {
            DuckDbPlace place = new DuckDbPlace(disk.folder());
            try (Warehouse warehouse = place.warehouse()) {
                warehouse.fullNew(SHOP, Shops.WORK, Shops.SILENT);
                byte[] before = Files.readAllBytes(place.file());
                disk.makeReadOnly();

                assertThat(warehouse.status().exists()).isTrue();
                assertThat(warehouse.verify(Shops.SILENT)).matches(Verification::passed);
                assertThat(warehouse.planFullNew(OTHER_SHOP).outcome()).isEqualTo(Outcome.PLANNED);
                assertThat(warehouse.planDelete(FACTS).outcome()).isEqualTo(Outcome.PLANNED);
                assertThat(warehouse.planAppend(MORE).outcome()).isEqualTo(Outcome.PLANNED);
                for (ThrowingCallable operation : List.<ThrowingCallable>of(
                        () -> warehouse.fullNew(OTHER_SHOP, Shops.WORK, Shops.SILENT),
                        () -> warehouse.append(MORE, Shops.WORK, Shops.SILENT),
                        () -> warehouse.delete(FACTS, Shops.SILENT))) {
                    DatabaseException failure = catchThrowableOfType(DatabaseException.class, operation);
                    assertThat(failure).hasMessageContaining("no permission to write");
                    assertThat(failure.remedy()).contains("allow writing");
                }
                assertThat(place.file()).hasBinaryContent(before);
            }
        }
    }
}
