package io.theforge.cli.export;

import io.theforge.config.model.Operational;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.report.Progress;
import io.theforge.export.ExportReport;
import io.theforge.export.source.DatabaseSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** An export of a database that is not asked for by flags, but by their names and values. */
public final class RequestedFiles {
    private final ChosenFiles chosen;

    private RequestedFiles(ChosenFiles chosen) {
        this.chosen = chosen;
    }

    /**
     * Reads what is asked for.
     *
     * @param values by name: format, and perhaps layout, compress, tables, series
     * @throws io.theforge.cli.result.UsageException when it does not go together
     */
    public static RequestedFiles of(Map<String, String> values) {
        FileFlags flags = new FileFlags();
        flags.format = values.getOrDefault("format", "csv");
        flags.layout = values.getOrDefault("layout", flags.layout);
        flags.compress = values.getOrDefault("compress", flags.compress);
        flags.tables = values.get("tables");
        flags.series = values.get("series");
        return new RequestedFiles(ChosenFiles.of(flags));
    }

    /** Writes all rows of a database. @param folder a new one */
    public ExportReport write(DatabaseUrl from, Path folder, Operational operational) throws IOException {
        try (DatabaseSource source = DatabaseSource.open(from, chosen.series())) {
            return chosen.of(source, operational).to(folder, false, chosen.description(from.display()), Progress.NONE);
        }
    }
}
