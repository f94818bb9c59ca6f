package io.theforge.cli.command;

import io.theforge.cli.input.DatabaseFlag;
import io.theforge.cli.result.DatabaseClient;
import io.theforge.cli.result.Shell;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command that looks into a database. */
public abstract class DatabaseCommand extends BaseCommand {
    @Mixin
    private final DatabaseFlag database = new DatabaseFlag();

    private @Nullable DatabaseUrl url;

    @Override
    protected final String target(Context context) {
        context.progress(); // a variable that cannot be meant so is refused before the database is named
        DatabaseUrl chosen = database.choose(context.environment(), context.workingDirectory());
        url = chosen;
        context.console().database(chosen.display(), database.given());
        return chosen.display();
    }

    /** Returns the address of the database. */
    protected final DatabaseUrl url() {
        return Objects.requireNonNull(url);
    }

    /** Returns the database, with the guards of the environment and of {@code .env}. */
    protected final Warehouse warehouse(Context context) {
        return Warehouse.of(url(), context.environment().productionGuard());
    }

    /** Returns the lines that tell how to go on when rows have been written. */
    protected final List<String> afterWriting() {
        return List.of(
                "look at it: " + DatabaseClient.reading(url()) + ", or " + command("--status"),
                "next: " + command("--verify"));
    }

    /** Returns the command for one more operation on the same database. */
    protected final String command(String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        if (database.given() != null) {
            command.add("--database");
            command.add(database.given());
        }
        return Shell.command(command.toArray(String[]::new));
    }
}
