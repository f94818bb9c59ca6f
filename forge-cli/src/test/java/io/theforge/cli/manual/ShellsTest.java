package io.theforge.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.cli.Ran;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts and the manual page in the programs that they are for; where one is not installed its tests are skipped. */
class ShellsTest {
    @TempDir
    Path folder;

    private String output(String... command) throws Exception {
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        int exit = process.waitFor();
        String said = Files.readString(out);
        assertThat(exit).as(said).isZero();
        return said;
    }

    private static String program(String name) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return folders.stream()
                .map(each -> Path.of(each, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }

    private static String installed(String name) {
        String program = program(name);
        assumeTrue(!program.isEmpty(), name + " is not installed");
        return program;
    }

    private Path write(String file, String... arguments) throws IOException {
        Ran ran = Ran.in(folder, arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return Files.writeString(folder.resolve(file), ran.out(), StandardCharsets.UTF_8);
    }

    /** Each line: what is typed, up to Tab, and what is offered. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "./forge --full-new --sto       | --stores",
                "./forge --sc                   | --scenario --scope",
                "./forge full-n                 | full-new",
                "./forge full-new --sto         | --stores",
                "./forge full-new --scenario ho | holiday_rush",
                "./forge --scenario ho          | holiday_rush",
                "./forge delete --scope ''      | all dimensions facts",
                "./forge runs sh                | show",
                "./forge runs show --data       | --database",
                "./forge uplift --of sto        | stockouts",
                "./forge scenarios show m5      | m5_like",
                "./forge completion ''          | bash fish zsh",
                "./forge --log-format ''        | json text",
                "./forge --full-new --config sh | shop.yaml",
                "./forge score fore             | forecast.csv",
                "./forge status --see           | ``",
                "./forge --status --s           | ``",
                "./forge --status --js          | --json",
                "./forge --delete --sc          | --scope",
                "./forge --json --delete --sc   | --scope",
            })
    void tabOffersWhatMayStandThere(String typed, String offered) throws Exception {
        Files.createFile(folder.resolve("shop.yaml"));
        Files.createFile(folder.resolve("forecast.csv"));
        String[] words = typed.split(" ");

        assertThat(bash(words)).isEqualTo(offered);
        if (!program("zsh").isEmpty()) {
            assertThat(zsh(words)).isEqualTo(offered);
        }
        if (!program("fish").isEmpty()) {
            assertThat(fish(typed.replace("''", ""))).isEqualTo(offered);
        }
    }

    /** Bash breaks words at the equals sign, zsh does not, and fish offers the whole word. */
    @Test
    void tabOffersValuesBehindAnEqualsSign() throws Exception {
        assertThat(bash("./forge", "--scenario", "=", "ho")).isEqualTo("holiday_rush");
        assertThat(bash("./forge", "delete", "--scope", "=")).isEqualTo("all dimensions facts");
        assertThat(bash("./forge", "--scenario", "=", "sparse", "--full-new", "--sto"))
                .isEqualTo("--stores");
        if (!program("zsh").isEmpty()) {
            assertThat(zsh("./forge", "--scenario=ho")).isEqualTo("--scenario=holiday_rush");
        }
        if (!program("fish").isEmpty()) {
            assertThat(fish("./forge --scenario=ho")).isEqualTo("--scenario=holiday_rush");
        }
    }

    @Test
    void fishShowsNoFlagsDescriptionBesideAValue() throws Exception {
        installed("fish");
        write("forge.fish", "completion", "fish");

        assertThat(output("fish", "--no-config", "-c", "source forge.fish; complete -C './forge --scenario ho'"))
                .isEqualToIgnoringWhitespace("holiday_rush");
        assertThat(output("fish", "--no-config", "-c", "source forge.fish; complete -C './forge --scen'"))
                .contains("--scenario\ta preset");
    }

    /** Calls the function that bash calls on Tab. */
    private String bash(String... words) throws Exception {
        write("forge.bash", "completion", "bash");
        return sorted(output(installed("bash"), "--norc", "-c", "source ./forge.bash; " + onTab(words)));
    }

    /** As {@code bashcompinit} calls it; zsh itself takes what begins as the word does. */
    private String zsh(String... words) throws Exception {
        write("forge.zsh", "completion", "zsh");
        String script = "autoload -U +X compinit && compinit -u; source ./forge.zsh; emulate sh; setopt kshglob; ";
        String begun = words[words.length - 1].replace("''", "");
        return sorted(output(program("zsh"), "-f", "-c", script + onTab(words))
                .lines()
                .filter(line -> line.startsWith(begun))
                .collect(Collectors.joining("\n")));
    }

    private static String onTab(String... words) {
        return "COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD=" + (words.length - 1) + "; COMP_LINE='"
                + String.join(" ", words).replace("''", "") + "'; _forge 2>/dev/null;"
                + " [[ ${#COMPREPLY[@]} = 0 ]] || printf '%s\\n' \"${COMPREPLY[@]}\"";
    }

    private String fish(String typed) throws Exception {
        write("forge.fish", "completion", "fish");
        return sorted(output(
                program("fish"), "--no-config", "-c", "source forge.fish; complete -C '" + typed + "' | cut -f1"));
    }

    private static String sorted(String lines) {
        return String.join(
                " ", lines.lines().filter(line -> !line.isBlank()).sorted().toList());
    }

    @Test
    void theManualPageIsShownWithoutAWarning() throws Exception {
        write("forge.1", "man");

        String page = output(installed("man"), "--warnings", "-E", "UTF-8", "-l", "-P", "cat", "forge.1");

        assertThat(page.lines().findFirst().orElseThrow()).startsWith("FORGE(1)");
        assertThat(page)
                .doesNotContain("warning")
                .contains(
                        "NAME", "SYNOPSIS", "COMMANDS", "EXIT STATUS", "forge full-new", "forge runs show", "--stores");
    }
}
