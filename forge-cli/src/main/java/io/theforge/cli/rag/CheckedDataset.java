package io.theforge.cli.rag;

import io.theforge.cli.command.Context;
import io.theforge.cli.input.Settings;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.UsageException;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.database.Warehouse;
import io.theforge.database.report.Check;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.ProductionMark;
import io.theforge.database.report.RefusedException;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dataset that a stack is asked about: the database's own, or, where the database is empty, the default.
 *
 * @param isThere false where it has to be made first
 */
record CheckedDataset(Settings settings, Plan plan, boolean isThere) {

    /** @param seed null where any will do @throws RefusedException where there are only rows of others, or nothing may be written */
    static CheckedDataset of(Context context, Warehouse warehouse, @Nullable Long seed, boolean isDryRun) {
        DatabaseStatus status = warehouse.status();
        ProductionMark mark = status.mark();
        if (mark != null && !isDryRun) {
            throw new RefusedException(
                    mark.sentence() + ", and nothing has been indexed",
                    "check a stack beside a database that is no production");
        }
        boolean isThere = !status.managedRows().values().stream().allMatch(rows -> rows == 0);
        long others = status.rows().entrySet().stream()
                .filter(table -> table.getKey() != Table.CALENDAR)
                .mapToLong(table -> table.getValue())
                .sum();
        if (!isThere && others > 0) {
            throw new RefusedException(
                    "the " + Numbers.rows(others) + " in " + warehouse.name()
                            + " are not of The Forge, and nobody knows the truth behind them",
                    "name an empty database with --database, or one with a dataset of The Forge");
        }
        ForgeConfig config = isThere
                ? warehouse.dataset()
                : ConfigReader.resolve(
                        null,
                        new Overrides(seed, null, null, null, null, null, null),
                        Overrides.fromEnvironment(context.environment()::get));
        if (isThere && seed != null && seed != config.seed()) {
            throw new UsageException(
                    "--seed",
                    "is " + seed + ", and the dataset in " + warehouse.name() + " has been made from " + config.seed(),
                    "leave --seed out, or name another database");
        }
        Settings settings = new Settings(
                config,
                new Operational(Runtime.getRuntime().availableProcessors(), BATCH_ROWS),
                error -> error,
                List::of);
        return new CheckedDataset(settings, settings.plan(), isThere);
    }

    private static final int BATCH_ROWS = 1000;

    long seed() {
        return settings.config().seed();
    }

    /** Returns what is to be said of it before. */
    String told() {
        return isThere ? "the one on record, seed " + seed() : "none there: the default is made first, seed " + seed();
    }

    /** Makes it where it is not there. @return what is to be said of it */
    String ready(Context context, Warehouse warehouse) {
        if (isThere) {
            return told();
        }
        OperationReport report = warehouse.fullNew(plan, settings.operational(), context.progress());
        if (report.checks().stream().anyMatch(check -> check.status() == Check.Status.FAILED)) {
            throw new RefusedException(
                    "the rows of the default dataset did not pass the checks, and the database is as before",
                    "see which of them: ./forge --full-new --confirm");
        }
        return "made, seed " + seed() + ", fingerprint " + report.fingerprint();
    }
}
