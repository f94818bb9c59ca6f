package io.theforge.cli;

import io.theforge.database.Warehouse;
import io.theforge.database.report.RefusedException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code forge protect} and {@code forge unprotect}: the production mark inside the database. */
final class Protection {
    private final Job job;

    Protection(Job job) {
        this.job = job;
    }

    Result set() {
        try (Warehouse warehouse = job.warehouse()) {
            job.console().target(warehouse.name());
            if (job.flags().work.dryRun) {
                return planned("would be marked as production");
            }
            boolean changed = warehouse.protect();
            return done(changed, changed ? "marked as production" : "was marked as production already");
        }
    }

    Result takeOff() {
        try (Warehouse warehouse = job.warehouse()) {
            job.console().target(warehouse.name());
            if (job.flags().work.dryRun) {
                return planned("the production mark would be taken off");
            }
            job.environment().productionGuard().check(Operation.UNPROTECT.flag());
            boolean changed = warehouse.unprotect(name(warehouse.databaseName()));
            return done(changed, changed ? "the production mark is off" : "there was no production mark");
        }
    }

    /** Given, or typed in on a terminal. */
    private String name(String expected) {
        String given = job.flags().databaseName;
        Surroundings.Asking asking = job.here().asking();
        if (given == null && asking != null) {
            given = asking.ask("forge: the production mark goes when you type the database's name: ");
        }
        return checked(given, expected);
    }

    private String checked(@Nullable String given, String expected) {
        if (given == null || !given.equals(expected)) {
            throw new RefusedException(
                    "the production mark stays: "
                            + (given == null
                                    ? "the database's name has not been given"
                                    : "\"" + given + "\" is not the database's name"),
                    "this takes it off: " + job.command("unprotect", "--name", expected));
        }
        return given;
    }

    private static Result planned(String line) {
        return Result.done("planned", Map.of(), List.of(line, "dry run: nothing has been written"));
    }

    private static Result done(boolean changed, String line) {
        return Result.done(changed ? "completed" : "unchanged", Map.of("changed", changed), List.of(line));
    }
}
