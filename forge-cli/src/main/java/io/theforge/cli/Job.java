package io.theforge.cli;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.report.Progress;
import java.util.ArrayList;
import java.util.List;

/** What an operation is given to work with. */
record Job(
        Flags flags, Environment environment, Surroundings here, Console console, Progress progress, DatabaseUrl url) {

    /** The database, with the guards of the environment and of {@code .env}. */
    Warehouse warehouse() {
        Warehouse warehouse = Warehouse.of(url, environment.productionGuard());
        return flags.work.truth ? warehouse.withTruth() : warehouse;
    }

    /** The command for one more operation on the same database. */
    String command(String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        if (flags.work.database != null) {
            command.add("--database");
            command.add(flags.work.database);
        }
        return Shell.command(command.toArray(String[]::new));
    }
}
