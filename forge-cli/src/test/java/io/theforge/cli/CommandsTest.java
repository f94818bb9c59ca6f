package io.theforge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.parse.CommandEntry;
import io.theforge.cli.parse.ProgramSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What follows by itself when a command is added to the list: help, manual page and completion know it and its flags. */
class CommandsTest {
    private static final Path NOWHERE = Path.of("");

    static Stream<String> commands() {
        return Commands.TABLE.entries().stream().map(CommandEntry::words);
    }

    private static CommandSpec spec(String words) {
        CommandSpec spec = ProgramSpec.of(Commands.TABLE);
        for (String word : words.split(" ")) {
            spec = spec.subcommands().get(word).getCommandSpec();
        }
        return spec;
    }

    private static List<String> flags(String words) {
        return spec(words).options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
    }

    private static String run(String... arguments) {
        Ran ran = Ran.in(NOWHERE, arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).isNotEmpty();
        return ran.out();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpKnowsEveryCommandAndItsFlags(String words) {
        String summary = spec(words).usageMessage().description()[0];
        assertThat(run("--help").lines())
                .anyMatch(line -> line.startsWith("  " + words + " ") && line.endsWith(summary));

        String help = run((words + " --help").split(" "));
        assertThat(help).startsWith("Usage: forge " + words + " ").contains(flags(words));
        assertThat(help.lines())
                .allMatch(line -> line.length() <= 100)
                .as("an example")
                .anyMatch(line -> line.startsWith("  ./forge "));
    }

    @Test
    void theFirstHelpIsNoWiderThanAPage() {
        assertThat(run("--help").lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theManualPageKnowsEveryCommandAndItsFlags(String words) {
        String page = run("man").replace("\\-", "-").replaceAll("\\\\f[BRI]", "");
        assertThat(page).contains("\n.SS forge " + words);
        String ofAll = page.substring(page.indexOf(".SH FLAGS OF EVERY COMMAND"), page.indexOf(".SH COMMANDS"));
        String own = page.substring(page.indexOf("\n.SS forge " + words) + 1);
        int end = Stream.of(own.indexOf("\n.SS "), own.indexOf("\n.SH "))
                .filter(at -> at >= 0)
                .min(Integer::compare)
                .orElseThrow();
        assertThat(flags(words))
                .allMatch(flag -> (ofAll + own.substring(0, end))
                        .lines()
                        .anyMatch(line -> line.equals(flag) || line.startsWith(flag + " ")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void completionsKnowEveryCommandAndItsFlags(String words) {
        String bash = run("completion", "bash");
        assertThat(run("completion", "zsh")).isEqualTo(bash);
        String function = "function _picocli_forge_" + words.replace(' ', '_').replace("-", "") + "()";
        assertThat(bash).contains(function);
        String own = bash.substring(bash.indexOf(function));
        assertThat(own.substring(0, own.indexOf("\n}")))
                .contains(flags(words).stream().map(flag -> "'" + flag + "'").toList());

        String[] word = words.split(" ");
        List<String> fish = run("completion", "fish")
                .lines()
                .filter(line -> Arrays.stream(word).allMatch(line::contains))
                .toList();
        assertThat(fish).anyMatch(line -> line.contains(" -a " + word[word.length - 1] + " "));
        assertThat(flags(words))
                .allMatch(flag -> fish.stream().anyMatch(line -> line.contains(" -l " + flag.substring(2) + " ")));
    }

    @Test
    void whatIsWrittenFromTheDeclarationsIsTheSameEveryTime() {
        for (String[] command : new String[][] {{"completion", "bash"}, {"completion", "fish"}, {"man"}}) {
            assertThat(run(command)).isEqualTo(run(command));
        }
    }

    /** Which word is a value is known before it is known which command is meant. */
    @Test
    void aFlagTakesAValueInEveryCommandOrInNone() {
        Map<String, Integer> values = new TreeMap<>();
        for (CommandLine each : ProgramSpec.of(Commands.TABLE).subcommands().values()) {
            Stream.concat(Stream.of(each), each.getSubcommands().values().stream())
                    .flatMap(command -> command.getCommandSpec().options().stream())
                    .forEach(option -> assertThat(values.merge(
                                    option.longestName(), option.arity().max(), (old, now) -> old))
                            .as(option.longestName())
                            .isEqualTo(option.arity().max()));
        }
        assertThat(values).hasSizeGreaterThan(30);
    }

    @Test
    void everyWordIsLowerCaseAndNoneIsThereTwice() {
        assertThat(commands()).doesNotHaveDuplicates().allMatch(words -> words.matches("[a-z]+([- ][a-z]+)?"));
    }
}
