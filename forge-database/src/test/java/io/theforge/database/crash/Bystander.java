package io.theforge.database.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.report.Check;
import io.theforge.database.report.DatabaseStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows what a database was before an operation and is after it, and judges what a broken one has left. */
public final class Bystander implements AutoCloseable {
    private final Work work;
    private final Place prepared;
    private final State before;
    private final State after;

    /** @param prepared an empty database, which becomes the one that the operation finds */
    public Bystander(Place prepared, Work work) throws Exception {
        this.work = work;
        this.prepared = prepared;
        work.prepare(prepared.warehouse());
        before = State.of(prepared);
        try (Place copy = prepared.copy()) {
            work.run(copy.warehouse(), Shops.SILENT);
            after = State.of(copy);
        }
        assertThat(after).isNotEqualTo(before);
    }

    /** A database as the operation finds it. */
    public Place fresh() throws Exception {
        return prepared.copy();
    }

    /** The state is the one before, row by row: nothing was committed. */
    void isUntouched(Place place) throws Exception {
        assertThat(place.catalog()).isEqualTo(before.catalog);
        assertThat(place.rows()).isEqualTo(before.rows);
        isSound(place);
    }

    /** The state is the one after: the same definitions and sequences, the same dataset. */
    void isDone(Place place) throws Exception {
        assertThat(place.catalog()).isEqualTo(after.catalog);
        assertThat(place.warehouse().status().fingerprint()).isEqualTo(after.fingerprint);
        isSound(place);
    }

    /** @return true when it is done */
    public boolean isUntouchedOrDone(Place place) throws Exception {
        boolean done = after.isWhatIsRecorded(place.warehouse().status());
        if (done) {
            isDone(place);
        } else {
            isUntouched(place);
        }
        return done;
    }

    /** The operation itself, run again, needs no repair. */
    public void worksAgain(Place place) throws Exception {
        work.run(place.warehouse(), Shops.SILENT);
        assertThat(place.warehouse().status().fingerprint()).isEqualTo(after.fingerprint);
    }

    private static void isSound(Place place) {
        Warehouse warehouse = place.warehouse();
        if (warehouse.status().exists()) {
            assertThat(warehouse.verify(Shops.SILENT).checks())
                    .filteredOn(check -> check.status() == Check.Status.FAILED)
                    .isEmpty();
        }
    }

    @Override
    public void close() throws Exception {
        prepared.close();
    }

    private record State(
            List<String> catalog,
            List<String> rows,
            @Nullable String fingerprint,
            int runs) {
        static State of(Place place) throws Exception {
            DatabaseStatus status = place.warehouse().status();
            return new State(
                    place.catalog(),
                    place.rows(),
                    status.fingerprint(),
                    status.runs().size());
        }

        boolean isWhatIsRecorded(DatabaseStatus status) {
            return status.runs().size() == runs;
        }
    }
}
