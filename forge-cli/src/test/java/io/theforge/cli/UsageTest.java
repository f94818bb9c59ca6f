package io.theforge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                         | no operation is given           | give one of --full-new",
                "--full-new --status                        | --status: does not go with      | one of them at a time",
                "--verify --status --json                   | --status: does not go with --verify | one of them at a time",
                "--full-new --sede 7                        | --sede: is no flag              | did you mean --seed?",
                "--full-new --seeed=7                       | --seeed: is no flag             | did you mean --seed?",
                "--ful-new                                  | --ful-new: is no flag           | did you mean --full-new?",
                "--FULL-NEW                                 | --FULL-NEW: is no flag          | did you mean --full-new?",
                "--full                                     | --full: is no flag              | --help",
                "--stat                                     | --stat: is no flag              | did you mean --status?",
                "--full-new --conf x.yaml                   | --conf: is no flag              | did you mean --config?",
                "-s 7                                       | -s: is no flag                  | --help",
                "exprot                                     | \"exprot\": is no command       | did you mean export?",
                "run                                        | \"run\": is no command          | did you mean runs?",
                "unprotekt                                  | \"unprotekt\": is no command    | did you mean unprotect?",
                "seed 7                                     | \"seed\": is no command         | flags begin with --",
                "statsu                                     | \"statsu\": is no command       | did you mean status?",
                "ful-new --seed 7                           | \"ful-new\": is no command      | did you mean full-new?",
                "--full-new --full-new                      | --full-new: is given twice      | once",
                "full-new --status                          | --status: does not go with full-new | one of them at a time",
                "--full-new=yes                             | --full-new: takes no value      | --full-new alone",
                "--audit-log --full-new --confirm           | --audit-log: has no value       | --audit-log FILE",
                "config                                     | config: is not complete         | say config show, config schema or config init",
                "config shwo                                | \"shwo\": is no command         | did you mean show?",
                "completion                                 | SHELL: has no value             | ./forge completion bash",
                "completion fihs                            | SHELL: \"fihs\" is no shell     | did you mean fish?",
                "runs shwo 1                                | \"shwo\": is no command         | did you mean show?",
                "runs show                                  | ID: has no value                | runs show 1",
                "runs show first                            | ID: \"first\" is not a whole number | 42",
                "runs --jsn                                 | --jsn: is no flag               | did you mean --json?",
                "runs --confirm                             | --confirm: does not go with runs | leave it out",
                "--seed 7 runs                              | --seed: does not go with runs   | leave it out",
                "--full-new protect                         | protect: does not go with --full-new | one of them at a time",
                "unprotect --name a --name b                | --name: is given twice          | once",
                "unprotect shop                             | \"shop\": is one word too many | did you mean --name shop?",
                "unprotect --name shop shop                 | \"shop\": is one word too many | leave it out",
                "unprotect --nam forge.duckdb               | --nam: is no flag               | did you mean --name?",
                "--full-new --include                       | --include: is no flag           | --help",
                "--status --include-unmanaged               | --include-unmanaged: does not go with --status | leave it out",
                "--status postgresql://me:pw@host/shop      | \"postgresql://me:***@host/shop\": is one word too many: --status takes only flags | leave it out; ./forge status --help",
                "full-new confirm                           | \"confirm\": is one word too many | did you mean --confirm?",
                "score a.csv b.csv                          | \"b.csv\": is one word too many: score takes FILE and flags | ./forge score --help",
                "runs 5                                     | \"5\": is one word too many: runs takes only flags | ./forge runs --help",
                "runs show 1 2                              | \"2\": is one word too many: runs show takes ID and flags | leave it out",
                "help ful-new                               | \"ful-new\": is no command      | did you mean full-new?",
                "status help                                | \"help\": is one word too many | did you mean --help?",
                "preview --confirm                          | --confirm: does not go with preview | leave it out",
                "--dry-run preview                          | --dry-run: does not go with preview | leave it out",
                "--database duckdb:x preview                | --database: does not go with preview | leave it out",
                "preview --html .                           | --html: | is a folder; name a new file in it",
                "preview --html nowhere/page.html           | --html: there is no folder | make it, or name a file elsewhere",
                "score f.csv --html=                        | --html: names no file | page.html",
                "score                                      | FILE: has no value | ./forge score forecast.csv",
                "score --hmtl=page.html                     | --hmtl: is no flag of score | did you mean --html?",
                "score f.csv --seed 3                       | --seed: | leave it out",
                "preview --html=                            | --html: names no file | page.html",
                "--append --stores 3                        | --stores: does not go with --append | leave it out",
                "--append --products 3                      | --products: does not go with --append | leave it out",
                "--append --sparsity 0.1                    | --sparsity: does not go with --append | leave it out",
                "--append --config x.yaml                   | --config: does not go with --append | leave it out",
                "--append --full-new                        | --full-new: does not go with --append | one of them at a time",
                "--append --end-date 2025-02-29             | --end-date: \"2025-02-29\" is a date that does not exist | calendar",
                "--append --include-unmanaged               | --include-unmanaged: does not go with --append | leave it out",
                "--append --scope facts                     | --scope: does not go with --append | leave it out: it is for delete",
                "--workers banana scenarios                 | --workers: does not go with scenarios | for full-new, append, config show, preview, export and documents",
                "--batch-size 7 --status                    | --batch-size: does not go with --status | for full-new, append and config show",
                "--status --confirm                         | --confirm: does not go with --status | for full-new, append, delete and rag agent",
                "--status --no-verify                       | --no-verify: does not go with --status | for full-new, append and delete",
                "--verify --seed 7                          | --seed: does not go with --verify | for full-new, append, config show, preview, export and 2 more commands",
                "--verify --dry-run                         | --dry-run: does not go with --verify | for full-new, append, delete, protect, unprotect and rag agent",
                "--delete --stores 3                        | --stores: does not go with --delete | for full-new, config show, preview, export and documents",
                "--delete --workers 3                       | --workers: does not go with --delete | leave it out",
                "--full-new --realism                       | --realism: does not go with --full-new | it is for verify",
                "--full-new --scope facts                   | --scope: does not go with --full-new | it is for delete",
                "--name forge.duckdb --status               | --name: does not go with --status | it is for unprotect",
                "--batch-size 7 preview                     | --batch-size: does not go with preview | leave it out",
                "scenarios --database duckdb:x              | --database: does not go with scenarios | and 10 more commands",
                "--status --scpe facts                      | --scpe: is no flag of status    | did you mean --scope, which is for delete?",
                "--append --delete                          | --delete: does not go with --append | one of them at a time",
                "--scenario sparce                          | --scenario: \"sparce\" is no scenario | did you mean sparse?",
                "export --scenario rag-agent --format csv --out x | --scenario: rag-agent is the check | give it alone",
                "--scenario rag-agent --stores 3            | --stores: does not go with --scenario rag-agent | leave it out",
                "--scenario rag-agent --questions 9         | --questions: \"9\" is no whole number from 10 to 320 | one of them",
                "--scenario rag-agent --min-recall 1.5      | --min-recall: \"1.5\" is no share | from 0 to 1",
                "--scenario=rag-agent --min-citations much  | --min-citations: \"much\" is not a number | 0.3",
                "--scenario rag-agent --api-url localhost:1 | --api-url: \"localhost:1\" is no address of HTTP | http://localhost:8123",
                "--scenario rag-agent --api-url ftp://x     | --api-url: \"ftp://x\" is no address of HTTP | http://localhost:8123",
                "--scenario rag-agent --api-url http://x:99999 | --api-url: \"http://x:99999\" has a port that does not exist | http",
                "--scenario rag-agent --api-url=            | --api-url: \"\" is no address of HTTP | http://localhost:8123",
                "--scenario rag-agent --api-url http://me:pw@x | --api-url: has more in it than scheme | FORGE_API_TOKEN",
                "--full-new --seed                          | --seed: has no value            | --seed INTEGER",
                "--full-new --seed --confirm                | --seed: has no value            | --seed INTEGER",
                "--full-new --seed 1 --seed 2               | --seed: is given twice          | once",
                "--full-new --confirm=false                 | --confirm: takes no value       | --confirm alone",
                "--full-new --confirm=abc                   | --confirm: takes no value       | --confirm alone",
                "--full-new --seed=                         | --seed: \"\" is not a whole number | 42",
                "--full-new --seed abc                      | --seed: \"abc\" is not a whole number | 42",
                "--full-new --seed 1.5                      | --seed: \"1.5\" is not a whole number | 42",
                "--full-new --seed 9223372036854775808      | --seed: \"9223372036854775808\" does not fit | 2^63",
                "--full-new --stores 0                      | --stores: \"0\" is less than 1  | from 1 on",
                "--full-new --stores -3                     | --stores: \"-3\" is less than 1 | from 1 on",
                "--full-new --stores ten                    | --stores: \"ten\" is not a whole number | 10",
                "--full-new --products 0                    | --products: \"0\" is less than 1 | from 1 on",
                "--full-new --products 99999999999          | --products: \"99999999999\" is too large | at most",
                "--full-new --products 2000000000           | --products:                     | 1",
                "--full-new --start-date 2024-02-30         | --start-date: \"2024-02-30\" is a date that does not exist | calendar",
                "--full-new --start-date 2023-02-29         | --start-date: \"2023-02-29\" is a date that does not exist | calendar",
                "--full-new --end-date 31.12.2024           | --end-date: \"31.12.2024\" is not a date | year-month-day",
                "--full-new --start-date 2024-06-01 --end-date 2024-05-31 | --end-date:       | 2024",
                "--full-new --start-date 1900-01-01 --end-date 2024-05-31 | 30 years          | ",
                "--full-new --sparsity 1.5                  | forge: --sparsity: \"1.5\" is out of range | 1",
                "--full-new --sparsity -0.1                 | --sparsity                      | 1",
                "--full-new --sparsity NaN                  | --sparsity: \"NaN\" is not a number | 0.3",
                "--full-new --sparsity lots                 | --sparsity: \"lots\" is not a number | 0.3",
                "--full-new --workers 0                     | --workers: \"0\" is less than 1 | from 1 on",
                "--full-new --batch-size 0                  | --batch-size: \"0\" is less than 1 | from 1 on",
                "--full-new --config not-there.yaml         | not-there.yaml                  | ",
                "--status --log-format xml                  | --log-format: \"xml\" is no format | json or text",
                "--status --database mysql://me@localhost/x | --database:                     | postgresql://",
                "--status --seed 7                          | --seed: does not go with --status | leave it out",
                "--verify --config shop.yaml                | --config: does not go with --verify | leave it out",
            })
    void aMistakeIsOneLineWithPlaceReasonAndRemedyAndNothingIsWritten(String arguments, String reason, String remedy)
            throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments.isEmpty() ? new String[0] : arguments.split(" +")));
        if (words.contains("--full-new")) {
            words.add("--no-progress");
        }
        Ran ran = Ran.in(folder, words.toArray(String[]::new));

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        List<String> said = ran.err().lines().toList();
        assertThat(said).hasSize(1);
        assertThat(said.get(0)).startsWith("forge: ").contains(reason).contains(remedy == null ? "" : remedy);
        assertThat(Files.list(folder)).isEmpty();
        if (!words.contains("--json")) {
            assertThat(ran.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEEDER_DEFAULT_SEED, many, --full-new",
        "SEEDER_DEFAULT_STORES, 0, --full-new",
        "SEEDER_BATCH_SIZE, -1, --full-new",
        "SEEDER_REQUIRE_CONFIRM, perhaps, --full-new",
        "SEEDER_ENABLE_PROGRESS, perhaps, --status",
        "DATABASE_URL, mysql://me@localhost/x, --status",
    })
    void aVariableThatCannotBeMeantSoIsNamed(String variable, String value, String operation) {
        Ran ran = Ran.in(folder, Map.of(variable, value), operation);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).startsWith("forge: " + variable + ": ").containsOnlyOnce(variable);
        assertThat(ran.err().lines()).hasSize(1);
    }

    @Test
    void aDemandEventThatReachesNothingIsRefusedAtItsRow() throws Exception {
        Files.writeString(folder.resolve("shop.yaml"), """
                dimensions: {stores: {count: 1, regions: [North]}, products: {count: 1, categories: [Dairy, Snack]}}
                shocks:
                  - {name: Cold, start: "2024-03-01", factor: 0.1, categories: [Dairy], products: [SKU-000001]}
                  - {name: Crisp, start: "2024-03-01", factor: 0.1, categories: [Snack], products: [SKU-000001]}
                """);
        Ran made = Ran.in(folder, "--full-new", "--config", "shop.yaml", "--dry-run");
        Ran drawn = Ran.in(folder, "preview", "--config", "shop.yaml");

        for (Ran ran : List.of(made, drawn)) {
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err().lines())
                    .singleElement()
                    .asString()
                    .matches(".*shop.yaml:[34]:5: .*reaches nothing: .*limit it to what there is: SKU-000001 .*");
        }
    }

    @Test
    void anUnknownHolidayOrCountryIsNamedWithTheNearestWord() throws Exception {
        Path file = folder.resolve("shop.yaml");
        Files.writeString(
                file, "seed: 7\nholidays:\n  - {public: \"Thanksgivng Day\", name: \"T\", multiplier: 1.5}\n");
        Ran holiday = Ran.in(folder, "--full-new", "--config", "shop.yaml");
        Files.writeString(file, "calendar: {country: ZZ}\n");
        Ran country = Ran.in(folder, "--full-new", "--config", "shop.yaml");

        assertThat(holiday.exit()).isEqualTo(2);
        assertThat(holiday.err())
                .contains("shop.yaml:3:14: \"Thanksgivng Day\" is no public holiday", "did you mean Thanksgiving Day?");
        assertThat(country.exit()).isEqualTo(2);
        assertThat(country.err()).contains("shop.yaml:1:21: no public holidays", "\"ZZ\"", "did you mean ");
        assertThat(holiday.err().lines()).hasSize(1);
        assertThat(country.err().lines()).hasSize(1);
    }

    @Test
    void aMistakeIsOneDocumentWhereJsonIsAskedFor() {
        Ran ran = Ran.in(folder, "--full-new", "--sede", "7", "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().get("outcome").asText()).isEqualTo("failed");
        assertThat(ran.json().get("operation").asText()).isEqualTo("full-new");
        assertThat(ran.json().get("error").get("code").asText()).isEqualTo("usage");
        assertThat(ran.json().get("error").get("location").asText()).isEqualTo("--sede");
        assertThat(ran.json().get("error").get("remedy").asText()).isEqualTo("did you mean --seed?");
    }

    @Test
    void aMistakeIsOneLineOfJsonWhereTheLogIsJson() {
        Ran ran = Ran.in(folder, "--full-new", "--sede", "7", "--log-format", "json");

        assertThat(ran.err().lines()).hasSize(1);
        assertThat(Ran.parse(ran.err()).get("event").asText()).isEqualTo("forge.full_new.failed");
        assertThat(Ran.parse(ran.err()).get("location").asText()).isEqualTo("--sede");
    }

    @ParameterizedTest
    @CsvSource({
        "help,             --help",
        "-h,               --help",
        "help full-new,    full-new --help",
        "help --full-new,  full-new --help",
        "full-new -h,      full-new --help",
        "help runs show,   runs show --help",
        "help config,      config --help",
        "version,          --version",
    })
    void helpAndVersionAreWordsToo(String words, String flags) {
        Ran ran = Ran.in(folder, words.split(" "));

        assertThat(ran).isEqualTo(Ran.in(folder, flags.split(" ")));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).isNotBlank();
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(Ran.in(folder, "--version").out()).matches("forge [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\\R");
    }
}
