package io.theforge.database.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation is all or nothing, wherever it is broken off. */
public abstract class CrashContract {
    /** Steps tried in every build beside one from among all: the commit and the closing. */
    private static final int LAST = 2;

    /** The longest wait after a line before the kill: longer than the longest step without one. */
    private static final long LONGEST_WAIT_NANOS = 60_000_000;

    @TempDir
    Path folder;

    /** An empty database. */
    protected abstract Place emptyPlace() throws Exception;

    @ParameterizedTest
    @EnumSource
    void whicheverStepFailsOnceTheDatabaseIsAsBeforeOrAfter(Work work) throws Exception {
        failEach(work, false);
    }

    @ParameterizedTest
    @EnumSource
    void fromWhicheverStepOnAllFailsTheDatabaseIsAsBeforeOrAfter(Work work) throws Exception {
        failEach(work, true);
    }

    private void failEach(Work work, boolean forGood) throws Exception {
        try (Bystander bystander = new Bystander(emptyPlace(), work)) {
            int all = stepsOf(bystander, work);
            int[] tried = Draws.steps(all, LAST, Draws.random(getClass().getSimpleName()));
            for (int n : tried) {
                try (Place place = bystander.fresh()) {
                    fail(bystander, place, work, n, forGood);
                }
            }
            System.out.println(getClass().getSimpleName() + " " + work + ": " + tried.length + " of " + all
                    + " steps failed " + (forGood ? "for good" : "once"));
        }
    }

    private static int stepsOf(Bystander bystander, Work work) throws Exception {
        Faults none = Faults.at(Faults.NONE, false);
        try (Place place = bystander.fresh();
                Warehouse warehouse = place.warehouse(none)) {
            work.run(warehouse, Shops.SILENT);
        }
        return none.steps();
    }

    private static void fail(Bystander bystander, Place place, Work work, int n, boolean forGood) throws Exception {
        Faults faults = Faults.at(n, forGood);
        boolean completed;
        String said = "";
        try (Warehouse warehouse = place.warehouse(faults)) {
            work.run(warehouse, Shops.SILENT);
            completed = true;
        } catch (DatabaseException e) {
            said = e.getMessage() + ": " + e.remedy();
            completed = false;
        }
        faults.letGo();
        place.awaitQuiet();
        try {
            assertThat(faults.failed()).isNotNull();
            if (completed || faults.committed()) {
                bystander.isDone(place);
                assertThat(said).doesNotContain("nothing has been changed");
            } else {
                bystander.isUntouched(place);
            }
            bystander.worksAgain(place);
        } catch (AssertionError e) {
            throw new AssertionError("after step " + faults.failed() + " failed; completed: " + completed, e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProcessThatIsKilledLeavesTheDatabaseAsBeforeOrAfter(Work work) throws Exception {
        SplittableRandom random = Draws.random(getClass().getSimpleName());
        int works = Work.values().length;
        int rounds = (Draws.rounds(6, 200) + works - 1) / works; // so many of all together, at least
        int done = 0;
        try (Bystander bystander = new Bystander(emptyPlace(), work)) {
            int lines;
            try (Place place = bystander.fresh()) {
                lines = KilledWork.lines(work, place.url(), folder);
            }
            for (int round = 0; round < rounds; round++) {
                int line = random.nextInt(lines + 1);
                long wait = random.nextLong(LONGEST_WAIT_NANOS);
                try (Place place = bystander.fresh()) {
                    KilledWork.kill(work, place.url(), folder, line, wait);
                    place.awaitQuiet();
                    done += bystander.isUntouchedOrDone(place) ? 1 : 0;
                    bystander.worksAgain(place);
                } catch (AssertionError e) {
                    throw new AssertionError("killed " + wait + " ns after line " + line + " of " + lines, e);
                }
            }
            System.out.println(getClass().getSimpleName() + " " + work + ": killed " + rounds + " times within " + lines
                    + " lines, " + done + " times after the commit");
        }
    }
}
