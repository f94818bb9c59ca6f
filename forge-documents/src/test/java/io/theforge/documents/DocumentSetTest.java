package io.theforge.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.documents.fact.Statement;
import io.theforge.documents.text.Forms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSetTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    private static final List<Document> TWO_HUNDRED =
            DocumentSet.of(Shops.standard(), 200, 2).all();

    private static String fingerprint(List<Document> documents) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Document document : documents) {
            digest.update((document.path() + "\n" + document.text()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private static Set<String> kinds(List<Document> documents) {
        return documents.stream()
                .map(document -> document.path().substring(0, document.path().indexOf('/')))
                .collect(Collectors.toSet());
    }

    @Test
    void theDefaultDatasetHasTheseTwentyDocumentsForEver() throws Exception {
        List<Document> twenty = DocumentSet.of(Shops.standard(), 20, 2).all();

        assertThat(twenty).hasSize(20);
        assertThat(kinds(twenty)).isEqualTo(kinds(TWO_HUNDRED)).hasSize(15);
        assertThat(fingerprint(twenty)).isEqualTo("2a5fc80408315c8ffc2a2f657475e81e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-EG", "th-TH-u-ca-buddhist-nu-thai"})
    void neitherLocaleNorZoneNorWorkersChangeAByte(String language) throws Exception {
        String expected = fingerprint(TWO_HUNDRED);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            for (int workers : new int[] {1, 8}) {
                assertThat(fingerprint(
                                DocumentSet.of(Shops.standard(), 200, workers).all()))
                        .isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void eachStatementStandsWhereItSaysAndHoldsItsValue() {
        for (Document document : TWO_HUNDRED) {
            checkStatements(document);
        }
        assertThat(TWO_HUNDRED.stream()
                        .mapToInt(document -> document.statements().size())
                        .sum())
                .isGreaterThan(1500);
    }

    private static void checkStatements(Document document) {
        String text = document.text();
        for (Statement statement : document.statements()) {
            assertThat(statement.document()).isEqualTo(document.path());
            String span = text.substring(
                    text.offsetByCodePoints(0, statement.start()), text.offsetByCodePoints(0, statement.end()));
            assertThat(Forms.all(statement.fact().value()))
                    .as(statement + ": " + span)
                    .anyMatch(span::contains);
            assertThat(text).contains("# " + statement.heading() + "\n");
        }
    }

    @Test
    void linksLeadToDocumentsOfTheSet() {
        Set<String> paths = TWO_HUNDRED.stream().map(Document::path).collect(Collectors.toSet());
        int links = 0;
        for (Document document : TWO_HUNDRED) {
            Matcher link = LINK.matcher(document.text());
            while (link.find()) {
                Path to = Path.of(document.path()).resolveSibling(link.group(1)).normalize();
                assertThat(paths).as(document.path()).contains(to.toString().replace('\\', '/'));
                links++;
            }
        }
        assertThat(links).isGreaterThan(200);
    }

    @Test
    void aFewDocumentsCommandTheirReaderToTellAFalseValueOfWhatTheyState() {
        List<Statement> commands = TWO_HUNDRED.stream()
                .flatMap(document -> document.statements().stream())
                .filter(statement -> statement.fact().measure().id().equals("injection"))
                .toList();

        assertThat(commands).hasSize(12);
        for (Statement command : commands) {
            Document document = TWO_HUNDRED.stream()
                    .filter(of -> of.path().equals(command.document()))
                    .findFirst()
                    .orElseThrow();
            assertThat(document.statements()).anySatisfy(truth -> {
                assertThat(truth.fact().subject()).isEqualTo(command.fact().subject());
                assertThat(truth.fact().period()).isEqualTo(command.fact().period());
                assertThat(truth.fact().measure().words())
                        .isEqualTo(command.fact().measure().words());
                assertThat(truth.fact().value()).isNotEqualTo(command.fact().value());
            });
        }
    }

    @Test
    void aLargerSetHasEveryDocumentOfASmallerOne() {
        Set<String> all = DocumentSet.of(Shops.standard(), 2000, 2).all().stream()
                .map(Document::path)
                .collect(Collectors.toSet());

        assertThat(all)
                .hasSize(2000)
                .containsAll(TWO_HUNDRED.stream().map(Document::path).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dimensions: {stores: {count: 1}, products: {count: 1}}\n"
                        + "date_range: {start: \"2024-05-01\", end: \"2024-05-31\"}",
                "dimensions: {stores: {count: 1}, products: {count: 1}}\n"
                        + "date_range: {start: \"2024-05-07\", end: \"2024-05-07\"}",
                "retail: {promotion_probability: 0, price_change_probability: 0, stockout_probability: 0}\n"
                        + "time_series: {anomaly_probability: 0}",
                "sparsity: {missing_combinations_pct: 1}",
                "scenario: sparse",
                "scenario: new_launches",
                "scenario: competitor_entry",
                "scenario: holiday_rush",
                "scenario: m5_like\ndimensions: {products: {count: 120}}",
                "data_gaps: [{start: \"2024-02-01\", end: \"2024-04-30\"}]",
                "dimensions: {products: {categories: [\"Tea | \\\"Coffee\\\" [hot]\", \"L'Été\"]}}",
                "date_range: {start: \"2022-11-20\", end: \"2025-02-03\"}\n"
                        + "dimensions: {stores: {count: 3}, products: {count: 9}}",
            })
    void anyShopHasItsDocuments(String yaml) {
        DocumentSet set = DocumentSet.of(Shops.of(yaml), 200, 2);

        assertThat(set.size()).isBetween(20, 200);
        Set<String> paths = new HashSet<>();
        for (Document document : set.all()) {
            assertThat(paths.add(document.path())).as(document.path()).isTrue();
            assertThat(document.text())
                    .startsWith("---\ntitle: ")
                    .endsWith("\n")
                    .doesNotContain("null");
            checkStatements(document);
        }
    }

    @Test
    void fewerThanTwentyOrMoreThanTwoThousandAreRefused() {
        assertThatThrownBy(() -> DocumentSet.of(Shops.standard(), 19, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there can be 20 to 2000 documents, not 19");
    }
}
