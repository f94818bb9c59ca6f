package io.theforge.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param name relative to the project's root, with slashes
 */
record Page(String name, List<String> lines) {
    /** The project's root: tests run in the module's folder. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String FENCE = "```";
    private static final List<String> AT_THE_ROOT =
            List.of("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md");

    /** Returns all pages, in the order of their names. */
    static List<Page> all() {
        List<Path> files =
                new ArrayList<>(AT_THE_ROOT.stream().map(ROOT::resolve).toList());
        for (String folder : List.of("docs", "examples")) {
            try (Stream<Path> found = Files.walk(ROOT.resolve(folder))) {
                files.addAll(found.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files.stream().map(Page::read).toList();
    }

    /** Returns the page of this name, such as "docs/reference/tables.md". */
    static Page named(String name) {
        return read(ROOT.resolve(name));
    }

    private static Page read(Path file) {
        try {
            return new Page(ROOT.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file, for what is relative to it. */
    Path file() {
        return ROOT.resolve(name);
    }

    /** Returns the whole text. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Returns what stands between fences, in order; of a block inside a list without its indentation. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int indent = lines.get(i).indexOf(FENCE);
            if (indent >= 0 && lines.get(i).substring(0, indent).isBlank()) {
                String info = lines.get(i).strip().substring(FENCE.length()).strip();
                int first = i + 1;
                List<String> inside = new ArrayList<>();
                while (!lines.get(++i).strip().equals(FENCE)) {
                    String line = lines.get(i);
                    inside.add(line.substring(Math.min(indent, line.length())));
                }
                blocks.add(new Block(first + 1, info, inside));
            }
        }
        return blocks;
    }

    /**
     * What stands between two fences.
     *
     * @param line the number of its first line
     * @param info what stands behind the opening fence: a language, and for us "no-test" or the name of a file
     */
    record Block(int line, String info, List<String> lines) {
        /** Returns the first word of the info, empty where there is none. */
        String language() {
            return info.split(" ", 2)[0];
        }

        /** Returns what stands behind the language, empty where nothing does. */
        String note() {
            return info.contains(" ") ? info.substring(info.indexOf(' ') + 1).strip() : "";
        }

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }
}
