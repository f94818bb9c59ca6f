package io.theforge.cli.export;

import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Shell;
import io.theforge.database.report.PeakMemory;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.manifest.ManifestTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of an export, for people. */
final class ExportText {
    private final Manifest manifest;
    private final String folder;

    /** @param folder as it was named */
    ExportText(Manifest manifest, String folder) {
        this.manifest = manifest;
        this.folder = folder.endsWith("/") && folder.length() > 1 ? folder.substring(0, folder.length() - 1) : folder;
    }

    /** Returns what a log is told. */
    Map<String, Object> figures(double seconds) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("fingerprint", manifest.fingerprint());
        figures.put("files", manifest.files().size());
        figures.put("bytes", bytes(manifest.files()));
        figures.put("rows", rows());
        figures.put("rows_per_second", rowsPerSecond(seconds));
        figures.put("peak_memory_bytes", PeakMemory.bytes());
        figures.put("seconds", seconds);
        return figures;
    }

    private long rows() {
        return manifest.tables().values().stream()
                .mapToLong(ManifestTable::rows)
                .sum();
    }

    private long rowsPerSecond(double seconds) {
        return Math.round(rows() / Math.max(seconds, 0.001));
    }

    List<String> lines(double seconds) {
        Columns columns = new Columns("table", "rows", "files", "bytes");
        for (ManifestTable table : manifest.tables().values()) {
            List<ManifestFile> files = files(table);
            columns.add(table.name(), table.rows(), files.size(), bytes(files));
        }
        List<String> lines = new ArrayList<>(isOneFile() ? withoutFiles() : columns.lines());
        manifest.notes().forEach(note -> lines.add("note: " + note));
        lines.add("");
        lines.add(
                Numbers.rows(rows()) + " in " + Numbers.counted(manifest.files().size(), "file") + " and "
                        + Numbers.seconds(seconds) + ", " + Numbers.whole(rowsPerSecond(seconds))
                        + " rows/s, peak memory " + Numbers.mebibytes(PeakMemory.bytes()));
        lines.add(fingerprint());
        if (manifest.dirty() != null) {
            lines.add(spoiled(manifest.dirty()));
        }
        lines.add("read it: " + new ReadingCommand(manifest, folder).text());
        lines.add("next: " + Shell.command("fingerprint", folder));
        return lines;
    }

    private static String spoiled(Map<String, Object> dirty) {
        Map<?, ?> kinds = dirty.get("kinds") instanceof Map<?, ?> counts ? counts : Map.of();
        long changes = kinds.values().stream()
                .mapToLong(count -> ((Number) count).longValue())
                .sum();
        return changes == 0
                ? "nothing was spoiled: no rule has hit anything"
                : "spoiled on purpose: " + Numbers.counted(changes, "change") + " of "
                        + Numbers.counted(kinds.size(), "kind") + ", which dirt.csv names";
    }

    private boolean isOneFile() {
        return manifest.files().stream().anyMatch(file -> file.table() == null);
    }

    private List<String> withoutFiles() {
        Columns columns = new Columns("table", "rows");
        manifest.tables().values().forEach(table -> columns.add(table.name(), table.rows()));
        return columns.lines();
    }

    private List<ManifestFile> files(ManifestTable table) {
        return manifest.files().stream()
                .filter(file -> table.name().equals(file.table()))
                .toList();
    }

    private static long bytes(List<ManifestFile> files) {
        return files.stream().mapToLong(ManifestFile::bytes).sum();
    }

    private String fingerprint() {
        if (manifest.fingerprint() == null) {
            long others = manifest.unmanagedRows().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (others == 0) {
                return "no fingerprint: the rows are not those that The Forge made";
            }
            return "no fingerprint: " + Numbers.rows(others) + (others == 1 ? " is" : " are") + " not of The Forge";
        }
        return (manifest.isPartial() ? "a part of the dataset with the fingerprint " : "fingerprint ")
                + manifest.fingerprint();
    }
}
