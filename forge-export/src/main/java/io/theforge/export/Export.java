package io.theforge.export;

import io.theforge.config.model.Operational;
import io.theforge.database.report.Progress;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.export.file.Spoiled;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.manifest.Description;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.source.ExportSource;
import io.theforge.export.source.GeneratorSource;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported.
 *
 * @param source where the rows come from
 * @param tables in the order in which they are written
 */
public record Export(ExportSource source, List<ExportTable> tables, FileFormat format, Operational operational) {

    /** Straight out of the generator. @param wanted the series that go into the files */
    public Export(
            Plan plan, SeriesSelection wanted, List<ExportTable> tables, FileFormat format, Operational operational) {
        this(new GeneratorSource(plan, wanted), tables, format, operational);
    }

    /** Writes it into a new folder. @param out the folder's name, which it gets when it is whole */
    public ExportReport to(Path out, Progress progress) throws IOException {
        return to(out, false, Description.ofTables(format.ending().substring(1)), progress);
    }

    /**
     * Writes it.
     *
     * @param out the folder's name, which it gets when it is whole
     * @param replace whether an earlier export of that name is replaced
     */
    public ExportReport to(Path out, boolean replace, Description asked, Progress progress) throws IOException {
        try (ExportFolder folder = ExportFolder.open(out, replace)) {
            Map<String, TableTotals> written;
            @Nullable String fingerprint;
            @Nullable Spoiled spoiled;
            try (FormatWriter writer = format.start(folder, source.plan(), isWhole())) {
                written = new Exporter(this, writer, progress).run();
                fingerprint = source.fingerprint(whole(written), operational);
                writer.finish(fingerprint, written);
                spoiled = writer.spoiled();
            }
            Manifest manifest = new ManifestMaker(this, asked).make(fingerprint, written, folder.entries(), spoiled);
            ManifestWriter.write(manifest, folder);
            progress.committing();
            folder.publish();
            return new ExportReport(
                    fingerprint, written, folder.entries(), source.unmanagedRows(), source.notes(), manifest);
        }
    }

    /** Returns whether all rows of the seven tables are in the files, as they are. */
    public boolean isWhole() {
        return source.isWhole()
                && tables.stream().map(ExportTable::table).toList().containsAll(Table.SEVEN);
    }

    private Map<Table, TableFingerprint> whole(Map<String, TableTotals> written) {
        Map<Table, TableFingerprint> whole = new EnumMap<>(Table.class);
        for (ExportTable table : tables) {
            TableTotals totals = written.get(table.name());
            if (table.table() != null && totals != null && source.isWhole()) {
                whole.put(table.table(), totals.fingerprint());
            }
        }
        return whole;
    }

    /** Returns whether a file has the rows of one table alone, and it is this. */
    boolean isFileOf(ExportTable table, String path) {
        String name = folder(table) + table.name();
        return path.equals(name + format.ending()) || path.startsWith(name + "/");
    }

    private static String folder(ExportTable table) {
        return table.isAnswerKey() ? "truth/" : "";
    }

    /** Returns the path of a file inside the folder. */
    String path(ExportTable table, int part, int parts) {
        if (format.oneFile() != null) {
            return folder(table) + format.oneFile();
        }
        String name = folder(table) + table.name();
        String number = String.valueOf(part);
        return parts == 1
                ? name + format.ending()
                : name + "/" + "0".repeat(Math.max(0, 5 - number.length())) + number + format.ending();
    }
}
