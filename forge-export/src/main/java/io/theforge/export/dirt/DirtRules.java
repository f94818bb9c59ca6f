package io.theforge.export.dirt;

import io.theforge.config.ConfigReader;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DirtRule;
import io.theforge.export.dirt.kind.Kind;
import io.theforge.export.dirt.kind.Kinds;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.manifest.Description;
import io.theforge.plan.Plan;
import io.theforge.text.NearestWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to be spoiled, and where that is said: in a preset or in a file.
 *
 * @param source the preset's name or the file's
 */
public record DirtRules(String source, boolean isPreset, List<DirtRule> rules) {
    private static final Set<String> LAYOUTS = Set.of("tables", "series", "ingest");

    /**
     * Returns those of a preset, or of a file.
     *
     * @param word name of a preset, or of a file
     * @throws ConfigException when it is neither, or something in the file is wrong
     */
    public static DirtRules of(String word, Path workingDirectory) {
        if (DirtPresets.NAMES.contains(word)) {
            return new DirtRules(word, true, ConfigReader.parseDirt(DirtPresets.text(word), "preset " + word));
        }
        Path file = workingDirectory.resolve(word);
        if (!Files.exists(file)) {
            throw new ConfigException(
                    "\"" + word + "\" is no preset, and no file of that name is there",
                    NearestWord.of(word, DirtPresets.NAMES)
                                    .map(nearest -> "did you mean " + nearest + "? There are ")
                                    .orElse("there are ")
                            + String.join(", ", DirtPresets.NAMES)
                            + "; or name a file with dirt: in it",
                    "--dirty");
        }
        return new DirtRules(word, false, ConfigReader.readDirt(file));
    }

    /**
     * Returns a format whose files these spoil.
     *
     * @throws ConfigException when a rule of a file is for nothing that is there; a preset's is left out
     */
    public DirtyFormat in(FileFormat format, Description asked, List<ExportTable> tables, Plan plan) {
        rules.forEach(rule -> new ReachCheck(rule, plan).check());
        if (asked.format().equals("sql") || asked.format().equals("duckdb")) {
            throw new ConfigException(
                    "--dirty does not go with --format " + asked.format()
                            + ": no kind can be in it, because its tables check types and keys",
                    "take --format csv, jsonl, json or parquet",
                    "--dirty");
        }
        if (!LAYOUTS.contains(asked.layout())) {
            throw new ConfigException(
                    "--dirty does not go with --layout " + asked.layout() + ", which has a column a day",
                    "take --layout tables, series or ingest",
                    "--dirty");
        }
        if (asked.compression().equals("zstd")) {
            throw new ConfigException(
                    "--dirty does not go with --compress zstd: the dirt could not be taken off again",
                    "take --compress gzip",
                    "--dirty");
        }
        List<TableShape> shapes = tables.stream()
                .filter(table -> !table.isAnswerKey())
                .map(table -> new TableShape(table.name(), table.columns()))
                .toList();
        List<DirtRule> fitting = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (DirtRule rule : rules) {
            try {
                new RuleCheck(rule, asked, shapes).check();
                fitting.add(rule);
            } catch (ConfigException e) {
                if (!isPreset) {
                    throw e;
                }
                leftOut.add(rule.kind().word());
            }
        }
        List<String> notes = leftOut.isEmpty()
                ? List.of()
                : List.of("of the preset " + source + ", " + String.join(", ", new TreeSet<>(leftOut))
                        + " cannot be in --format " + asked.format() + " and --layout " + asked.layout()
                        + " with these tables, and left out");
        return new DirtyFormat(format, source, fitting, notes);
    }

    /** Returns the kinds that a format can have. */
    static String kindsIn(String format) {
        return Kinds.ALL.stream()
                .filter(kind -> kind.formats().contains(format))
                .map(Kind::word)
                .collect(Collectors.joining(", "));
    }
}
