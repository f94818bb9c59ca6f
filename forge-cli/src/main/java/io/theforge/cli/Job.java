package io.theforge.cli;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;

/** What an operation is given to work with. */
record Job(
        Flags flags,
        Environment environment,
        Surroundings here,
        Console console,
        Warehouse.Progress progress,
        DatabaseUrl url) {

    /** The command for one more operation on the same database. */
    String command(String flag) {
        String database = flags.work.database;
        return database == null ? Shell.command(flag) : Shell.command(flag, "--database", database);
    }
}
