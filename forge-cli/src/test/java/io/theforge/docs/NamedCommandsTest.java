package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that a page names within a line is right; what would write is tried as a dry run. */
class NamedCommandsTest {
    private static final String PROGRAM = "./forge ";
    private static final int WRONG_USAGE = 2;

    /** FILE, NAME, "..." and the like, pipes, and files that a reader is to have. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\b[A-Z]{2,}\\b|\\.\\.\\.|[|<>]|\\b(shop|facts|forecast)\\.|score -");

    private static final Pattern WRITES = Pattern.compile("--(full-new|append|delete)\\b|^--scenario|^(un)?protect");

    @TempDir
    Path folder;

    @Test
    void noneIsWrongUsage() throws Exception {
        Files.createSymbolicLink(folder.resolve("examples"), Page.ROOT.resolve("examples"));
        assertThat(Ended.of(folder, "--full-new --confirm --stores 2 --products 3")
                        .exitCode())
                .isZero();
        Map<String, String> commands = new LinkedHashMap<>();
        for (Page page : Page.all()) {
            for (String code : Reference.codes(page.text())) {
                if (code.startsWith(PROGRAM) && !PLACEHOLDER.matcher(code).find()) {
                    commands.putIfAbsent(code.substring(PROGRAM.length()), page.name());
                }
            }
        }
        assertThat(commands).hasSizeGreaterThan(20);
        Map<String, String> wrong = new TreeMap<>();
        commands.forEach((command, page) -> {
            String tried = command + (WRITES.matcher(command).find() ? " --dry-run" : "");
            Ended ended = Ended.of(folder, tried);
            if (ended.exitCode() == WRONG_USAGE) {
                wrong.put(page + ": " + tried, ended.err());
            }
        });
        assertThat(wrong).isEmpty();
    }
}
