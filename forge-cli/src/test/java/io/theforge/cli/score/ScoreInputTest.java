package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Forge;
import io.theforge.cli.Ran;
import io.theforge.cli.result.Exit;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts that are not in a file on a disk: from standard input, pipes and named pipes. */
class ScoreInputTest extends ScoredShop {
    private static final int TERMINATED = 143;
    private static Path temporary;

    @BeforeAll
    static void forecasts() throws Exception {
        temporary = Files.createDirectory(folder.resolve("temporary"));
        // More than a buffer holds
        String change = "SELECT *, repeat('n', 150) AS note FROM f";
        example("f.csv", change, "(HEADER)");
        example("f.parquet", change, "(FORMAT parquet)");
        for (String file : List.of("f.csv", "f.parquet")) {
            Files.write(folder.resolve(file + ".gz"), gzip(Files.readAllBytes(folder.resolve(file))));
        }
    }

    private static byte[] gzip(byte[] bytes) throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        // Two parts, one after the other
        for (int part = 0; part < 2; part++) {
            try (OutputStream out = new GZIPOutputStream(zipped)) {
                int half = bytes.length / 2;
                out.write(bytes, part * half, part == 0 ? half : bytes.length - half);
            }
        }
        return zipped.toByteArray();
    }

    /** The program as a process, whose standard input is its own. */
    private static ProcessBuilder program(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Forge.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private static Ran ran(ProcessBuilder program, byte... input) throws Exception {
        Process process = program.redirectError(folder.resolve("err").toFile()).start();
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            } catch (IOException readerHasEnded) {
                // as it may when it refuses the input
            }
        });
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        written.get(1, TimeUnit.MINUTES);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ran(process.exitValue(), out, Files.readString(folder.resolve("err")));
    }

    private static void assertScored(Ran ran, String name) {
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode fromFile = json("f.csv");
        assertThat(ran.json().get("groups")).isEqualTo(fromFile.get("groups"));
        assertThat(ran.json().get("rows")).isEqualTo(fromFile.get("rows"));
        assertThat(ran.json().get("file").asText()).isEqualTo(name);
    }

    private static List<Path> kept() throws Exception {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("forge-"))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"f.csv, -", "f.csv, /dev/stdin", "f.csv.gz, -", "f.parquet, /proc/self/fd/0", "f.parquet.gz, -"})
    void aPipeIsScoredAsTheFileIs(String file, String name) throws Exception {
        assumeTrue(name.equals("-") || Files.exists(Path.of(name)), "no " + name + " here");
        byte[] bytes = Files.readAllBytes(folder.resolve(file));

        assertScored(ran(program("score", name, "--json"), bytes), name);
        assertThat(kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f.csv.gz", "f.parquet.gz"})
    void aCompressedFileIsScoredAsItIs(String file) {
        assertThat(json(file).get("groups")).isEqualTo(json("f.csv").get("groups"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f.csv", "f.parquet"})
    void aNamedPipeIsReadOnce(String file) throws Exception {
        Path pipe = folder.resolve("pipe-of-" + file);
        assumeTrue(isThere("mkfifo"), "no mkfifo on the PATH");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<Long> written = CompletableFuture.supplyAsync(() -> {
            try (OutputStream out = Files.newOutputStream(pipe)) {
                return Files.copy(folder.resolve(file), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertScored(
                score(pipe.getFileName().toString(), "--json"),
                pipe.getFileName().toString());
        assertThat(written.get(1, TimeUnit.MINUTES)).isEqualTo(Files.size(folder.resolve(file)));
    }

    private static boolean isThere(String command) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, command)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "/dev/stdin"})
    void aFileAsStandardInputIsReadFromWhereItStands(String name) throws Exception {
        assumeTrue(isThere("sh"), "no sh on the PATH");
        Path behind = folder.resolve("behind.csv");
        Files.writeString(behind, "somebody else's line\n" + Files.readString(folder.resolve("f.csv")));
        ProcessBuilder program = program("score", name, "--json");
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "read -r line && exec \"$@\"", "sh"));
        shell.addAll(program.command());

        assertScored(ran(program.command(shell).redirectInput(behind.toFile())), name);
    }

    @Test
    void aPipeThatBringsNoForecastsIsRefusedInOneLine() throws Exception {
        byte[] rows = Files.readAllBytes(folder.resolve("f.csv"));
        String cut = new String(rows, 0, rows.length - 160, StandardCharsets.UTF_8);
        byte[] zipped = Files.readAllBytes(folder.resolve("f.csv.gz"));

        refused(new byte[0], "forge: -: is empty; give a CSV file");
        refused(cut.getBytes(StandardCharsets.UTF_8), "forge: -:" + cut.lines().count() + ": has ");
        refused(Arrays.copyOf(zipped, zipped.length - 9), "forge: -: is a gzip file that is damaged or cut off");
        byte[] noParquet = "PAR1 and then nothing".getBytes(StandardCharsets.UTF_8);
        assertThat(refused(noParquet, "forge: -: cannot be read as Parquet"))
                .contains("'-'")
                .doesNotContain("forge-");
        refused(HEADER.getBytes(StandardCharsets.UTF_16LE), "forge: -: is UTF-16 text");
        assertThat(kept()).isEmpty();
    }

    private static String refused(byte[] input, String line) throws Exception {
        Ran ran = ran(program("score", "-", "--no-progress"), input);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.USAGE);
        assertThat(ran.err().lines().filter(each -> each.startsWith("forge: ")))
                .singleElement()
                .asString()
                .startsWith(line);
        return ran.err();
    }

    @Test
    void whatAnInterruptionFindsOfAPipeIsNotLeft() throws Exception {
        byte[] parquet = Files.readAllBytes(folder.resolve("f.parquet"));
        try (WatchService watch = temporary.getFileSystem().newWatchService()) {
            temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process =
                    program("score", "-").redirectError(Redirect.DISCARD).start();
            try (OutputStream in = process.getOutputStream();
                    InputStream out = process.getInputStream()) {
                in.write(Arrays.copyOf(parquet, 200_000)); // more than it looks at first
                in.flush();
                while (kept().isEmpty()) {
                    WatchKey created = watch.poll(1, TimeUnit.MINUTES);
                    assertThat(created).as("a file is created").isNotNull();
                    created.pollEvents();
                    created.reset();
                }
                process.toHandle().destroy(); // Process.destroy() would close the pipe, as if the file had ended
                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(out.readAllBytes()).isEmpty();
            }
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
            assertThat(kept()).isEmpty();
        }
    }

    @Test
    void aLastLineWithoutItsEndIsTold() throws Exception {
        Files.writeString(folder.resolve("cut.csv"), HEADER + "2024-06-10,S00001,SKU-000001,4");

        assertThat(json("cut.csv").get("notes").toString()).contains("its last line has no line end");
        assertThat(json("f.csv").get("notes").toString()).doesNotContain("line end");
    }
}
