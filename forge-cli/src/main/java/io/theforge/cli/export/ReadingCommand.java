package io.theforge.cli.export;

import io.theforge.cli.result.Shell;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import java.util.List;

/** The command that reads what has been written, with a program that is not ours. */
record ReadingCommand(Manifest manifest, String folder) {

    String text() {
        List<ManifestFile> files = manifest.files();
        // The largest is what people want: sales, the long table.
        ManifestFile shown = files.stream()
                .filter(file -> !file.path().startsWith("truth/") && !LedgerEntry.TABLE.equals(file.table()))
                .reduce((a, b) -> manifest.asked().layout().equals("ingest") || a.bytes() >= b.bytes() ? a : b)
                .orElse(files.get(0));
        String path = folder + "/" + shown.path();
        return switch (manifest.asked().format()) {
            case "sql" -> loading(path);
            case "duckdb" -> "duckdb -readonly " + Shell.quote(dashed(path));
            default -> manifest.asked().layout().equals("ingest") ? sending(path) : "duckdb -c " + query(all(path));
        };
    }

    /** Quotes within quotes are hard to read, and mostly not needed. */
    private static String query(String path) {
        String withoutStar = path.replace("*", "");
        return Shell.quote(withoutStar).equals(withoutStar)
                ? "\"FROM '" + path + "'\""
                : Shell.quote("FROM '" + path.replace("'", "''") + "'");
    }

    private static String dashed(String path) {
        return path.startsWith("-") ? "./" + path : path;
    }

    /** A table that is split is read whole. */
    private String all(String path) {
        String inside = path.substring(folder.length() + 1);
        boolean isPart = inside.startsWith("truth/") ? inside.indexOf('/', 6) >= 0 : inside.contains("/");
        return isPart ? path.substring(0, path.lastIndexOf('/')) + "/*" : path;
    }

    private String loading(String path) {
        String into = "psql postgresql://USER@HOST/DATABASE";
        return switch (manifest.asked().compression()) {
            case "gzip" -> "gunzip -c " + Shell.quote(dashed(path)) + " | " + into;
            case "zstd" -> "zstd -dc " + Shell.quote(dashed(path)) + " | " + into;
            default -> into + " -f " + Shell.quote(dashed(path));
        };
    }

    private String sending(String path) {
        String post = "curl -H 'Content-Type: application/json' --data-binary @";
        String to = " http://HOST/ingest/sales-daily";
        return manifest.asked().format().equals("json")
                ? post + Shell.quote(path) + to
                : "while read -r line; do printf %s \"$line\" | " + post + "-" + to + "; done < " + Shell.quote(path);
    }
}
