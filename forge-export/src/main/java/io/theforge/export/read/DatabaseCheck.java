package io.theforge.export.read;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.report.Progress;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.Layout;
import io.theforge.export.source.DatabaseSource;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.sink.TableTotals;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Fingerprints the rows of a database's seven tables, whoever made them. */
public final class DatabaseCheck {
    private DatabaseCheck() {}

    /**
     * Reads all rows, in one snapshot.
     *
     * @throws io.theforge.database.report.DatabaseException when it is not there, or its tables do not fit
     */
    public static CheckedRows of(DatabaseUrl url, Progress progress) {
        try (DatabaseSource source = DatabaseSource.open(url, null)) {
            Map<Table, TableFingerprint> found = read(source, progress);
            String recorded = source.recordedFingerprint();
            String fingerprint = new DatasetFingerprint(found).toString();
            long others = source.unmanagedRows().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<String> notes = new ArrayList<>(source.notes());
            if (others > 0) {
                notes.add(
                        others == 1
                                ? "1 of these rows is not of The Forge; it is in this fingerprint"
                                : others + " of these rows are not of The Forge; they are in this fingerprint");
            }
            List<String> problems = new ArrayList<>();
            if (recorded != null && !recorded.equals(fingerprint)) {
                problems.add("the rows have the fingerprint " + fingerprint + ", and " + recorded + " is on record");
            }
            Map<String, TableFingerprint> tables = new LinkedHashMap<>();
            found.forEach((table, rows) -> tables.put(table.sqlName(), rows));
            return new CheckedRows(fingerprint, recorded, tables, 0, false, false, notes, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Table, TableFingerprint> read(DatabaseSource source, Progress progress) throws IOException {
        Map<Table, TableFingerprint> found = new EnumMap<>(Table.class);
        for (ExportTable exported : source.tables(Layout.TABLES, Table.SEVEN, false)) {
            Table table = Objects.requireNonNull(exported.table());
            progress.begin(table.sqlName(), null);
            TableTotals totals = new TableTotals();
            for (Consumer<RowWriter> rows : exported.parts()) {
                totals.add(source.write(new Unwritten(), rows));
            }
            found.put(table, totals.fingerprint());
            progress.advance(totals.rows());
            progress.end();
        }
        return found;
    }
}
