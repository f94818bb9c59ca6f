package io.theforge.junit.database;

import io.theforge.config.ConfigWriter;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.report.Progress;
import io.theforge.plan.Plan;
import java.nio.charset.StandardCharsets;

/**
 * What a database is filled with.
 *
 * @param truth whether the answer key is in it too
 */
public record Contents(ForgeConfig config, boolean truth) {

    /** 32 hex digits: the same for the same contents, made by the same version. */
    String key() {
        String everything = Build.identity() + "\ntruth " + truth + "\n" + ConfigWriter.toYaml(config);
        return Hashes.hex(everything.getBytes(StandardCharsets.UTF_8));
    }

    /** Fills an empty database. */
    void fill(DatabaseUrl url) {
        Operational operational = new Operational(Runtime.getRuntime().availableProcessors(), 1000);
        try (Warehouse warehouse = truth ? Warehouse.of(url).withTruth() : Warehouse.of(url)) {
            warehouse.fullNew(Plan.of(config), operational, Progress.NONE);
        }
    }
}
