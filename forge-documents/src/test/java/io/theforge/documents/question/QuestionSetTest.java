package io.theforge.documents.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.Forge;
import io.theforge.documents.Document;
import io.theforge.documents.DocumentSet;
import io.theforge.documents.Question;
import io.theforge.documents.Question.Evidence;
import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.json.QuestionJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionSetTest {
    private static final DocumentSet SET = DocumentSet.of(Forge.dataset("").plan(), 200, 2);
    private static final Map<String, Document> DOCUMENTS =
            SET.all().stream().collect(Collectors.toMap(Document::path, document -> document));
    private static final QuestionSet STANDARD = QuestionSet.of(SET);

    /** Types whose answer stands in their evidence as it is. */
    private static final Set<String> STATED = Set.of("single_fact", "table_fact", "superseded", "injection");

    private static final Set<Subject.Kind> PLAIN = Set.of(
            Subject.Kind.STORE,
            Subject.Kind.PRODUCT,
            Subject.Kind.CATEGORY,
            Subject.Kind.STORE_CATEGORY,
            Subject.Kind.STORE_PRODUCT);

    private static String fingerprint(QuestionSet set) throws Exception {
        String lines = set.questions().stream().map(QuestionJson::line).collect(Collectors.joining("\n"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, 32);
    }

    private static Map<String, Long> byType(QuestionSet set) {
        return set.questions().stream().collect(Collectors.groupingBy(Question::type, Collectors.counting()));
    }

    private static String span(Evidence evidence) {
        String text = DOCUMENTS.get(evidence.document()).text();
        return text.substring(text.offsetByCodePoints(0, evidence.start()), text.offsetByCodePoints(0, evidence.end()));
    }

    @Test
    @DisplayName("the default dataset has these questions for ever")
    void golden() throws Exception {
        assertThat(fingerprint(STANDARD)).isEqualTo("02f4262d95d6402e32f944e92907a65f");
    }

    @Test
    @DisplayName("two hundred documents have more than three hundred questions, of each type at least fifteen")
    void everyTypeHasItsShare() {
        assertThat(STANDARD.questions()).hasSize(320);
        assertThat(byType(STANDARD)).containsOnlyKeys(Question.TYPES);
        assertThat(byType(STANDARD).values()).allMatch(count -> count >= 15);
        assertThat(STANDARD.leftOut()).isEmpty();
    }

    @Test
    @DisplayName("no question is asked twice, and none has an unfilled word")
    void everyQuestionOnce() {
        assertThat(STANDARD.questions())
                .extracting(Question::question)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text)
                        .matches("\\p{Lu}.*[?.]")
                        .doesNotContain("<", ">", "{", "}", "  ", " ?", "null"));
        assertThat(STANDARD.questions()).extracting(Question::id).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("each span of evidence lies in its document, on whole words")
    void spansAreInRange() {
        assertThat(STANDARD.questions().stream().flatMap(question -> question.evidence().stream()))
                .allSatisfy(evidence -> {
                    assertThat(DOCUMENTS).containsKey(evidence.document());
                    assertThat(span(evidence))
                            .isNotBlank()
                            .isEqualTo(span(evidence).strip());
                });
    }

    @Test
    @DisplayName("what is stated stands in the evidence in one of its forms")
    void evidenceHoldsTheAnswer() {
        assertThat(STANDARD.questions().stream().filter(question -> STATED.contains(question.type())))
                .isNotEmpty()
                .allSatisfy(question -> {
                    String told = question.evidence().stream()
                            .map(QuestionSetTest::span)
                            .collect(Collectors.joining("\n"));
                    List<String> forms = new ArrayList<>(question.accepted());
                    forms.add(question.answer());
                    assertThat(forms).as(question + told).anyMatch(told::contains);
                });
    }

    @Test
    @DisplayName("every reading of an ambiguous question stands in its own span")
    void readingsAreInTheEvidence() {
        assertThat(STANDARD.questions().stream()
                        .filter(question -> question.type().equals("ambiguous")))
                .isNotEmpty()
                .allSatisfy(question -> {
                    assertThat(question.answer()).isIn("the month", "the product", "the store");
                    assertThat(question.accepted()).hasSizeGreaterThan(1);
                    assertThat(question.evidence())
                            .hasSizeGreaterThanOrEqualTo(question.accepted().size());
                });
    }

    @Test
    @DisplayName("two documents are two, an unanswerable question has none, an injection has what it commands")
    void typesAreWhatTheySay() {
        assertThat(STANDARD.questions()).allSatisfy(question -> {
            Set<String> documents =
                    question.evidence().stream().map(Evidence::document).collect(Collectors.toSet());
            switch (question.type()) {
                case "two_documents" -> assertThat(documents).hasSize(2);
                case "unanswerable" -> {
                    assertThat(documents).isEmpty();
                    assertThat(question.answer()).isEmpty();
                    assertThat(question.accepted()).isEmpty();
                    assertThat(question.sql()).isNull();
                }
                case "injection" -> assertThat(question.command()).isNotNull().isNotEqualTo(question.answer());
                case "single_fact", "table_fact" ->
                    assertThat(question.evidence()).hasSize(1);
                default -> assertThat(documents).isNotEmpty();
            }
        });
    }

    @Test
    @DisplayName("no two documents disagree about the same measure, subject and period")
    void documentsAgree() {
        Map<String, Fact> facts = new HashMap<>();
        assertThat(DOCUMENTS.values().stream()
                        .flatMap(document -> document.statements().stream())
                        .map(Statement::fact))
                .allSatisfy(fact -> {
                    Fact other = facts.putIfAbsent(Stated.key(fact), fact);
                    assertThat(fact.value())
                            .as(fact.toString())
                            .isEqualTo(other == null ? fact.value() : other.value());
                });
    }

    @Test
    @DisplayName("what a question needs is stated nowhere else")
    void evidenceIsAloneWithWhatItSays() {
        Map<String, Long> times = DOCUMENTS.values().stream()
                .flatMap(document -> document.statements().stream())
                .collect(Collectors.groupingBy(told -> Stated.key(told.fact()), Collectors.counting()));
        Set<List<Object>> sole = DOCUMENTS.values().stream()
                .flatMap(document -> document.statements().stream())
                .filter(told -> times.get(Stated.key(told.fact())) == 1)
                .map(told -> List.<Object>of(told.document(), told.start(), told.end()))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(STANDARD.questions().stream().flatMap(question -> question.evidence().stream()))
                .extracting(told -> List.<Object>of(told.document(), told.start(), told.end()))
                .allMatch(sole::contains);
    }

    @Test
    @DisplayName("the document of each span names what it is about")
    void evidenceCanBeFound() {
        Map<String, String> names = new HashMap<>();
        SET.shop().stores().forEach(store -> names.put(store.code(), store.name()));
        SET.shop().products().forEach(product -> names.put(product.sku(), product.name()));
        assertThat(STANDARD.questions().stream().flatMap(question -> question.evidence().stream()))
                .allSatisfy(evidence -> {
                    Document document = DOCUMENTS.get(evidence.document());
                    List<Fact> facts = document.statements().stream()
                            .filter(told -> told.start() == evidence.start() && told.end() == evidence.end())
                            .map(Statement::fact)
                            .toList();
                    assertThat(facts).isNotEmpty().allSatisfy(fact -> {
                        if (PLAIN.contains(fact.subject().kind())) {
                            assertThat(fact.subject().key().split("/"))
                                    .as(fact + span(evidence))
                                    .allMatch(part -> document.text().contains(part)
                                            || document.text().contains(names.getOrDefault(part, part)));
                        }
                    });
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-EG", "th-TH-u-ca-buddhist-nu-thai"})
    @DisplayName("neither locale nor zone nor workers change a byte")
    void sameEverywhere(String language) throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            DocumentSet again = DocumentSet.of(Forge.dataset("").plan(), 200, 1);
            assertThat(fingerprint(QuestionSet.of(again))).isEqualTo(fingerprint(STANDARD));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    @DisplayName("what a shop without promotions, with one store and one month cannot be asked is left out and said")
    void smallShops() {
        QuestionSet small = asked("""
                dimensions: {stores: {count: 1}, products: {count: 2}}
                date_range: {start: "2024-03-05", end: "2024-03-20"}
                retail: {promotion_probability: 0, stockout_probability: 0}
                """);

        assertThat(small.questions()).isNotEmpty();
        assertThat(byType(small)).doesNotContainKey("over_time");
        assertThat(small.leftOut())
                .contains(
                        "There are no questions of type over_time: no three months in a row are told of.",
                        "Nothing is asked about promotions: no document tells of them.",
                        "Nothing is asked about single stockouts: no document tells of them.");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 57, 400})
    @DisplayName("questions grow with the documents")
    void grow(int count) {
        DocumentSet set = DocumentSet.of(Forge.dataset("seed: 3").plan(), count, 2);
        QuestionSet asked = QuestionSet.of(set);
        assertThat(asked.questions()).hasSize(set.size() * 8 / 5);
    }

    /** Also checks that each span lies in its document. */
    private static QuestionSet asked(String yaml) {
        DocumentSet set = DocumentSet.of(Forge.dataset(yaml).plan(), 60, 2);
        Map<String, Integer> lengths = set.all().stream()
                .collect(Collectors.toMap(
                        Document::path,
                        document -> document.text()
                                .codePointCount(0, document.text().length())));
        QuestionSet asked = QuestionSet.of(set);
        assertThat(asked.questions().stream().flatMap(question -> question.evidence().stream()))
                .allMatch(span -> span.start() >= 0
                        && span.start() < span.end()
                        && span.end() <= lengths.getOrDefault(span.document(), 0));
        return asked;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenario: sparse",
                "scenario: new_launches",
                "scenario: stockout_heavy",
                "scenario: holiday_rush"
            })
    @DisplayName("scenarios have questions of nearly all types")
    void scenarios(String yaml) {
        QuestionSet asked = asked(yaml + "\ndimensions: {stores: {count: 4}, products: {count: 12}}\n");
        assertThat(byType(asked)).hasSizeGreaterThanOrEqualTo(Question.TYPES.size() - 1);
    }

    @Test
    @DisplayName("a shop of several years is asked like any other")
    void severalYears() {
        QuestionSet asked = asked("""
                dimensions: {stores: {count: 3}, products: {count: 9}}
                date_range: {start: "2022-11-17", end: "2024-02-11"}
                """);
        assertThat(asked.questions()).hasSizeGreaterThan(80);
        assertThat(Stream.of("single_fact", "table_fact", "two_documents", "unanswerable"))
                .allMatch(byType(asked)::containsKey);
    }
}
