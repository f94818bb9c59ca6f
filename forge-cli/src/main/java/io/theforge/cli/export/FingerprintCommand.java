package io.theforge.cli.export;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.input.DatabaseFlag;
import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.database.DatabaseUrl;
import io.theforge.export.read.CheckedRows;
import io.theforge.export.read.DatabaseCheck;
import io.theforge.export.read.ExportCheck;
import io.theforge.export.read.UnreadFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code forge fingerprint}: of the rows of an export or a database. */
@Command(
        description = {
            "Computes the fingerprint of an export, or of a database, from its rows.",
            "The files of an export are held against its manifest. Where something is not as it says, the rows are",
            "made again from its configuration, and the first file and row that differ are named (exit code 4).",
        },
        footer = {"./forge fingerprint shop", "./forge fingerprint duckdb:.forge/forge.duckdb"})
public final class FingerprintCommand extends BaseCommand {
    private static final Pattern URL = Pattern.compile("(?i)(jdbc:)?(postgres(ql)?(\\+[a-z0-9]+)?|duckdb):.*");
    private static final int MAX_LINES = 10;

    @Parameters(
            paramLabel = "PATH|URL",
            description = "the folder of an export, a DuckDB file, or the address of a database")
    String where = "";

    private @Nullable DatabaseUrl url;

    @Override
    protected String target(Context context) {
        context.progress();
        Path path =
                URL.matcher(where).matches() ? null : context.workingDirectory().resolve(where);
        if (path != null && Files.isDirectory(path)) {
            if (!ExportCheck.isExport(path)) {
                throw new UsageException(
                        "PATH",
                        path + " holds no export: it has no manifest.json, and no file named after one of the tables",
                        "give the folder that --out of an export has named");
            }
            return "none";
        }
        DatabaseUrl chosen = database(context, path);
        url = chosen;
        context.console().database(chosen.display(), null);
        return chosen.display();
    }

    private DatabaseUrl database(Context context, @Nullable Path path) {
        if (path != null && !Files.exists(path)) {
            throw new UsageException(
                    "PATH",
                    "there is no file or folder " + path,
                    "give the folder of an export, or the address of a database");
        }
        if (path != null && !path.toString().endsWith(".duckdb")) {
            throw new UsageException(
                    "PATH",
                    path + " is a file of its own",
                    "give the folder that it is in, or a file that ends with .duckdb");
        }
        return DatabaseFlag.parse(
                "URL", path == null ? where : "duckdb:" + where, context.environment(), context.workingDirectory());
    }

    @Override
    protected Result run(Context context) {
        CheckedRows checked = url == null
                ? checked(context.workingDirectory().resolve(where), context)
                : DatabaseCheck.of(url, context.progress());
        Map<String, Object> json = json(checked);
        List<String> lines = lines(checked);
        if (checked.problems().isEmpty()) {
            return Result.done("completed", json, lines);
        }
        String first = checked.problems().get(0);
        int more = checked.problems().size() - 1;
        Failure failure = new Failure(
                Exit.VERIFICATION_FAILED,
                "verification",
                null,
                first,
                (more == 0 ? "" : Numbers.counted(more, "other thing") + " above; ")
                        + (url == null ? "export it again" : "./forge --verify says which rows"));
        return Result.failed(failure, json, lines);
    }

    private static CheckedRows checked(Path folder, Context context) {
        try {
            return ExportCheck.of(folder, context.progress());
        } catch (UnreadFormatException e) {
            throw new UsageException("PATH", String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private static Map<String, Object> json(CheckedRows checked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fingerprint", checked.fingerprint());
        json.put("recorded_fingerprint", checked.told());
        json.put("partial", checked.isPartial());
        json.put("passed", checked.problems().isEmpty());
        Map<String, Object> tables = new LinkedHashMap<>();
        checked.tables().forEach((name, fingerprint) -> {
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("rows", fingerprint.rows());
            table.put("fingerprint", fingerprint.toString());
            tables.put(name, table);
        });
        json.put("tables", tables);
        json.put("files", checked.files());
        json.put("notes", checked.notes());
        json.put("problems", checked.problems());
        return json;
    }

    private List<String> lines(CheckedRows checked) {
        Columns columns = new Columns("table", "rows", "fingerprint");
        checked.tables()
                .forEach((name, fingerprint) ->
                        columns.add(name, Numbers.whole(fingerprint.rows()), fingerprint.toString()));
        List<String> lines = new ArrayList<>(checked.tables().isEmpty() ? List.of() : columns.lines());
        checked.notes().forEach(note -> lines.add("note: " + note));
        checked.problems().stream().skip(1).limit(MAX_LINES).forEach(problem -> lines.add("wrong: " + problem));
        if (checked.problems().isEmpty() && url == null) {
            lines.add(Numbers.counted(checked.files(), "file")
                    + (checked.hasManifest() ? " as the manifest says" : " read"));
        }
        if (checked.isPartial() && checked.told() == null) {
            lines.add("a part of rows that have no fingerprint, because not all of them are as The Forge made them");
        } else if (checked.isPartial()) {
            lines.add("a part of the dataset with the fingerprint " + checked.told()
                    + ", which cannot be computed from it");
        } else if (checked.fingerprint() != null) {
            lines.add("fingerprint " + checked.fingerprint());
        }
        return lines;
    }
}
