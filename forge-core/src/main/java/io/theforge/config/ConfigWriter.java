package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import java.util.List;

/** Writes a configuration out in full, defaults included, as the record of a run. */
public final class ConfigWriter {

    private ConfigWriter() {}

    /** Returns YAML that {@link ConfigReader} reads back to an equal configuration; the same text on every machine. */
    public static String toYaml(ForgeConfig config) {
        StringBuilder yaml = new StringBuilder();
        List<String> section = List.of();
        for (Key<ForgeConfig, ?> key : KeyTable.DATASET) {
            List<String> segments = key.segments();
            List<String> parents = segments.subList(0, segments.size() - 1);
            openSections(section, parents, yaml);
            section = parents;
            write(key, config, "  ".repeat(parents.size()), yaml);
        }
        return yaml.toString();
    }

    /**
     * Returns a record as a file that makes the same rows again: one of the first law does not name it, and a file that names none takes what
     * it leaves open from the scenario of today.
     *
     * @param record YAML that {@link ConfigReader#recorded} reads; nothing but comments where no configuration makes the rows
     */
    public static String asFile(String record) {
        boolean onlyComments = record.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
        String version = KeyTable.MODEL_VERSION.path() + ":";
        return onlyComments || record.lines().anyMatch(line -> line.startsWith(version))
                ? record
                : version + " 1\n" + record;
    }

    /** The lines that lead from one section into another. */
    static void openSections(List<String> section, List<String> parents, StringBuilder yaml) {
        for (int depth = shared(section, parents); depth < parents.size(); depth++) {
            yaml.append("  ".repeat(depth)).append(parents.get(depth)).append(":\n");
        }
    }

    private static int shared(List<String> section, List<String> parents) {
        int depth = 0;
        while (depth < section.size()
                && depth < parents.size()
                && section.get(depth).equals(parents.get(depth))) {
            depth++;
        }
        return depth;
    }

    private static <T> void write(Key<ForgeConfig, T> key, ForgeConfig config, String indent, StringBuilder yaml) {
        T value = key.of().apply(config);
        if (value == null) {
            return;
        }
        yaml.append(indent).append(key.name()).append(":");
        yaml.append(key.type().writeBlock(value, indent)).append('\n');
    }
}
