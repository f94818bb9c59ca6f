package io.theforge.config;

import java.util.List;

/** A file to begin with: every key with its default, its meaning and what it takes. */
public final class ConfigTemplate {

    private ConfigTemplate() {}

    /** Returns YAML that reads back as the defaults; the same text on every machine. */
    public static String text() {
        StringBuilder yaml = new StringBuilder("""
                # A configuration of The Forge: every key with its default. Change what you need and delete the rest: a key that
                # is not here has the value of the environment (SEEDER_*) or its default. ./forge config show --config FILE tells.
                """);
        List<String> section = List.of();
        for (Key<?, ?> key : KeyTable.FILE) {
            List<String> parents = key.segments().subList(0, key.segments().size() - 1);
            yaml.append('\n');
            ConfigWriter.openSections(section, parents, yaml);
            section = parents;
            write(key, "  ".repeat(parents.size()), yaml);
        }
        return yaml.toString();
    }

    private static <T> void write(Key<?, T> key, String indent, StringBuilder yaml) {
        T fallback = key.fallback();
        yaml.append(indent).append("# ").append(key.meaning()).append('\n');
        yaml.append(indent).append("# ").append(key.type().describe()).append('\n');
        yaml.append(indent)
                .append(fallback == null ? "# " : "")
                .append(key.name())
                .append(':');
        yaml.append(fallback == null ? "" : key.type().writeBlock(fallback, indent))
                .append('\n');
    }
}
