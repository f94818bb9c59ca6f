package io.theforge.cli.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
    private static final String[] SHOP = {"--stores", "2", "--products", "3", "--end-date", "2024-04-30"};

    @TempDir
    Path folder;

    private Ran documents(String... more) {
        return run(Stream.of(Stream.of("documents", "--documents", "40"), Stream.of(more), Stream.of(SHOP))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private Ran run(String... words) {
        return Ran.in(folder, words);
    }

    /** All files of a folder with what is in them, by path. */
    private Map<String, String> contents(String name) throws Exception {
        Path in = folder.resolve(name);
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(in)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(in.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return contents;
    }

    private void assertThatOnlyStandsHere(String... names) throws Exception {
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    @Test
    void theFolderHasDocumentsQuestionsAndAManifestThatKnowsThemAll() throws Exception {
        Ran ran = documents("--out", "texts", "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThatOnlyStandsHere("texts");
        Map<String, String> contents = contents("texts");
        JsonNode manifest = Ran.parse(contents.get("manifest.json"));
        List<String> paths = new ArrayList<>(List.of("manifest.json"));
        manifest.get("files").forEach(file -> paths.add(file.get("path").asText()));
        assertThat(contents.keySet()).containsExactlyInAnyOrderElementsOf(paths);
        assertThat(manifest.at("/documents/count").asInt()).isEqualTo(40);
        assertThat(contents.keySet().stream().filter(path -> path.endsWith(".md")))
                .hasSize(40);
        assertThat(contents.get("questions.jsonl").lines())
                .hasSize(manifest.at("/questions/count").asInt())
                .hasSize(64);
    }

    @Test
    void jsonIsTheManifestAndTheUsualFields() throws Exception {
        JsonNode json = documents("--out", "texts", "--json").json();

        assertThat(json.get("operation").asText()).isEqualTo("documents");
        assertThat(json.get("outcome").asText()).isEqualTo("completed");
        assertThat(json.get("database").isNull()).isTrue();
        Ran.parse(Files.readString(folder.resolve("texts/manifest.json")))
                .fields()
                .forEachRemaining(field ->
                        assertThat(json.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    @Test
    void peopleAreToldHowManyOfWhatAndWhatToDoNext() {
        assertThat(documents("--out", "texts").out())
                .contains("documents         count  bytes\n", "\nstore-reviews  ", "\nsingle_fact  ")
                .contains("40 documents and 64 questions in ")
                .contains("about the dataset ")
                .contains("./forge rag score answers.jsonl --questions texts/questions.jsonl");
    }

    @Test
    void theyAreAboutTheDatasetOfTheSameFlags() {
        String of = documents("--out", "texts", "--json")
                .json()
                .get("dataset_fingerprint")
                .asText();

        List<String> exported = new ArrayList<>(List.of("export", "--format", "csv", "--out", "shop"));
        exported.addAll(List.of(SHOP));
        assertThat(run(exported.toArray(String[]::new)).exit()).isZero();
        assertThat(run("fingerprint", "shop", "--json")
                        .json()
                        .get("fingerprint")
                        .asText())
                .isEqualTo(of);
        List<String> made = new ArrayList<>(List.of("--full-new", "--confirm", "--json"));
        made.addAll(List.of(SHOP));
        assertThat(run(made.toArray(String[]::new)).json().get("fingerprint").asText())
                .isEqualTo(of);
    }

    @Test
    void theManifestsConfigurationMakesTheSameFolderAgain() throws Exception {
        JsonNode json = documents("--out", "texts", "--json").json();
        Files.writeString(
                folder.resolve("again.yaml"), json.get("configuration").asText());

        Ran again = run("documents", "--config", "again.yaml", "--documents", "40", "--out", "again");

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(contents("again")).isEqualTo(contents("texts"));
    }

    @Test
    void anotherProgramFindsTheSameChecksums() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")), "no sha256sum here");
        JsonNode json = documents("--out", "texts", "--json").json();
        StringBuilder sums = new StringBuilder();
        json.get("files")
                .forEach(file -> sums.append(file.get("sha256").asText())
                        .append("  ")
                        .append(file.get("path").asText())
                        .append('\n'));
        Files.writeString(folder.resolve("sums"), sums);

        Process check = new ProcessBuilder("/usr/bin/sha256sum", "--check", "--strict", "--quiet", "../sums")
                .directory(folder.resolve("texts").toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(check.waitFor()).isZero();
        Process all = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "export LC_ALL=C; find . -name '*.md' | sed 's|^./||' | sort | xargs sha256sum | sha256sum")
                .directory(folder.resolve("texts").toFile())
                .start();
        assertThat(new String(all.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith(json.at("/documents/fingerprint").asText());
    }

    @Test
    void neitherWorkersNorLocaleNorZoneChangeAByte() throws Exception {
        documents("--out", "one", "--workers", "1");
        Map<String, String> expected = contents("one");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-ca-islamic-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            for (String workers : List.of("2", "8")) {
                assertThat(documents("--out", workers, "--workers", workers).exit())
                        .isZero();
                assertThat(contents(workers)).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void whatCannotBeAskedIsLeftOutAndSaid() throws Exception {
        Files.writeString(folder.resolve("plain.yaml"), "retail: {promotion_probability: 0}\n");
        Ran plain = run("documents", "--config", "plain.yaml", "--documents", "40", "--out", "plain");
        assertThat(plain.exit()).as(plain.err()).isZero();
        String noPromotions = "Nothing is asked about promotions: no document tells of them.";
        assertThat(plain.out()).contains("note: " + noPromotions + "\n");
        assertThat(texts(Ran.parse(Files.readString(folder.resolve("plain/manifest.json")))
                        .get("notes")))
                .contains(noPromotions);
        assertThat(folder.resolve("plain/promotions")).doesNotExist();

        JsonNode small = run(
                        "documents",
                        "--stores",
                        "1",
                        "--products",
                        "2",
                        "--end-date",
                        "2024-01-31",
                        "--documents",
                        "40",
                        "--out",
                        "small",
                        "--json")
                .json();
        assertThat(texts(small.get("notes")))
                .contains("There are no questions of type over_time: no three months in a row are told of.");
        assertThat(small.at("/questions/by_type").has("over_time")).isFalse();
    }

    @Test
    void aDatasetThatIsTooSmallForSoManyHasFewerAndSaysSo() {
        String[] small = {"--stores", "1", "--products", "1", "--end-date", "2024-01-03", "--documents", "500"};
        Ran ran = run(Stream.concat(Stream.of("documents", "--out", "few", "--json"), Stream.of(small))
                .toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        int count = ran.json().at("/documents/count").asInt();
        assertThat(count).isBetween(20, 499);
        assertThat(texts(ran.json().get("notes")))
                .contains("There are " + count
                        + " documents, not 500: the dataset has too few stores, products and months for more.");
    }

    @Test
    void onlyEarlierDocumentsAreReplacedAndOnlyWhereThatIsAskedFor() throws Exception {
        documents("--out", "texts");
        Ran again = documents("--out", "texts", "--seed", "7");
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.err()).contains("texts holds earlier documents").contains("--force");

        Ran forced = documents("--out", "texts", "--seed", "7", "--force");
        assertThat(forced.exit()).as(forced.err()).isZero();
        Map<String, String> forcedContents = contents("texts");
        documents("--out", "fresh", "--seed", "7");
        assertThat(forcedContents).isEqualTo(contents("fresh"));

        Files.writeString(folder.resolve("texts/stores/mine.md"), "mine");
        Ran stranger = documents("--out", "texts", "--force");
        assertThat(stranger.exit()).isEqualTo(3);
        assertThat(stranger.err()).contains("stores/mine.md");
        Files.delete(folder.resolve("texts/stores/mine.md"));
        assertThat(contents("texts")).isEqualTo(forcedContents);
    }

    @Test
    void neitherAnExportNorAnythingElseIsReplacedByDocuments() throws Exception {
        run("export", "--format", "csv", "--out", "shop", "--stores", "1", "--products", "1");
        Files.createDirectory(folder.resolve("home"));
        Files.writeString(folder.resolve("home/mine.md"), "mine");
        for (String name : List.of("shop", "home", ".")) {
            Ran ran = documents("--out", name, "--force");
            assertThat(ran.exit()).as(name).isEqualTo(3);
            assertThat(ran.err()).contains("is not empty, and is no documents of the Forge: --force replaces no other");
        }
        assertThat(run("fingerprint", "shop").exit()).isZero();

        documents("--out", "texts");
        Ran export = run("export", "--format", "csv", "--out", "texts", "--force");
        assertThat(export.exit()).isEqualTo(3);
        assertThat(export.err()).contains("is no export of the Forge");
        assertThatOnlyStandsHere("shop", "home", "texts");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--documents 20 | --out: is missing | ./forge documents --out documents",
                "--out= | --out: names no folder | documents",
                "--out texts --documents 19 | --documents: \"19\" is no whole number from 20 to 2000 | give one of them",
                "--out texts --documents 2001 | --documents: \"2001\" is no whole number from 20 to 2000 | give one of them",
                "--out texts --documents x | --documents: \"x\" is no whole number from 20 to 2000 | give one of them",
                "--out texts --documents 20.5 | --documents: \"20.5\" is no whole number from 20 to 2000 | give one of them",
                "--out texts --documents 99999999999 | --documents: \"99999999999\" is no whole number from 20 to 2000 | give one of them",
                "--out texts --documents 20 --documents 30 | --documents: is given twice | once",
                "--out texts --database duckdb:x | --database: does not go with documents | leave it out",
                "--out texts --confirm | --confirm: does not go with documents | leave it out",
                "--out texts --format csv | --format: does not go with documents | leave it out",
                "--out texts --workers 0 | --workers: \"0\" is less than 1 | from 1 on",
                "--out texts --scenario sprase | --scenario: | did you mean sparse?",
                "--out a-file | --out: | name a folder",
                "--out a-file/texts | --out: | name a folder whose parent is a folder",
                "--out a-link | --out: | make that folder",
            })
    void whatCannotBeMeantSoIsRefusedBeforeAnythingIsWritten(String arguments, String message, String remedy)
            throws Exception {
        Files.writeString(folder.resolve("a-file"), "a file");
        Files.createSymbolicLink(folder.resolve("a-link"), folder.resolve("nowhere"));

        Ran ran = run(("documents " + arguments).split(" "));

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains(message).contains(remedy);
        assertThatOnlyStandsHere("a-file", "a-link");
    }

    @Test
    void noDatabaseIsOpenedAndAProductionMarkDoesNotMatter() throws Exception {
        Ran ran = Ran.in(
                folder,
                Map.of("APP_ENV", "production", "DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing"),
                Stream.concat(Stream.of("documents", "--documents", "20", "--out", "texts"), Stream.of(SHOP))
                        .toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThatOnlyStandsHere("texts");
    }
}
