package io.theforge.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.DatabaseUrl;
import io.theforge.rag.store.Filter;
import io.theforge.rag.store.Passage;
import io.theforge.rag.text.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index does, wherever it is kept. The model is the real one. */
abstract class RagContract {
    static final String RETURNS = """
            ---
            title: "Returns"
            date: 2024-03-01
            ---

            # Returns

            Customers may return goods within 30 days. They need the receipt.

            ## Frozen food

            Frozen food is never taken back 🧊, not even with a receipt.
            """;

    static final String OPENING = """
            # Opening hours

            | Store | Opens | Closes |
            | --- | --- | --- |
            | S00001 | 08:00 | 20:00 |
            | S00002 | 09:30 | 21:00 |
            """;

    @TempDir
    Path folder;

    Rag rag;

    abstract DatabaseUrl database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        rag = Rag.open(database(), folder, name -> null);
    }

    @AfterEach
    void close() {
        rag.close();
    }

    Indexed index(String path, String content) {
        return rag.index(new SourceRequest(SourceRequest.MARKDOWN, path, content, Map.of("lang", "en")));
    }

    List<String> paths(Retrieved retrieved) {
        return retrieved.results().stream()
                .map(hit -> hit.passage().sourcePath())
                .toList();
    }

    @Test
    void nothingIsThereAtFirst() {
        assertThat(rag.sources()).isEqualTo(new Sources(List.of(), 0, 0));
        assertThat(rag.retrieve("anything", 5, null, Filter.NONE).results()).isEmpty();
        assertThat(rag.retrieve("anything", 5, null, Filter.NONE).totalChunksSearched())
                .isZero();
        assertThat(rag.delete("0123456789abcdef0123456789abcdef")).isNull();
        assertThat(rag.passages("0123456789abcdef0123456789abcdef")).isEmpty();
    }

    @Test
    void aTextIsIndexedThenUnchangedThenUpdatedThenGone() {
        Indexed first = index("returns.md", RETURNS);
        assertThat(first.status()).isEqualTo(Indexed.Status.INDEXED);
        assertThat(first.sourceId()).matches("[0-9a-f]{32}");
        assertThat(first.chunksCreated()).isEqualTo(1);
        assertThat(first.tokensProcessed()).isBetween(30L, 90L);

        Indexed again = index("returns.md", RETURNS);
        assertThat(again.status()).isEqualTo(Indexed.Status.UNCHANGED);
        assertThat(again.sourceId()).isEqualTo(first.sourceId());
        assertThat(again.chunksCreated()).isZero();

        Indexed changed = index("returns.md", RETURNS.replace("30 days", "14 days"));
        assertThat(changed.status()).isEqualTo(Indexed.Status.UPDATED);
        assertThat(changed.sourceId()).isEqualTo(first.sourceId());
        assertThat(rag.sources().totalChunks()).isEqualTo(1);
        assertThat(rag.retrieve("How many days?", 5, null, Filter.NONE).results())
                .extracting(hit -> hit.passage().content())
                .allSatisfy(content -> assertThat(content).contains("14 days").doesNotContain("30 days"));

        assertThat(rag.delete(first.sourceId())).isEqualTo(1);
        assertThat(rag.delete(first.sourceId())).isNull();
        assertThat(rag.sources().sources()).isEmpty();
        assertThat(rag.retrieve("How many days?", 5, null, Filter.NONE).results())
                .isEmpty();
    }

    @Test
    void sourcesAreListedByTypeAndPath() {
        index("b.md", OPENING);
        index("a.md", RETURNS);
        rag.index(new SourceRequest(
                SourceRequest.OPENAPI, "a.md", "openapi: 3.1.0\npaths:\n  /x:\n    get: {}\n", Map.of()));
        Sources sources = rag.sources();
        assertThat(sources.totalSources()).isEqualTo(3);
        assertThat(sources.sources())
                .extracting(source -> source.sourceType() + " " + source.sourcePath())
                .containsExactly("markdown a.md", "markdown b.md", "openapi a.md");
        assertThat(sources.sources().get(0).contentHash()).matches("[0-9a-f]{64}");
        assertThat(sources.sources().get(0).metadata())
                .containsEntry("lang", "en")
                .containsEntry("front_matter", Map.of("title", "Returns", "date", "2024-03-01"));
        assertThat(sources.totalChunks())
                .isEqualTo(sources.sources().stream()
                        .mapToLong(each -> each.chunkCount())
                        .sum());
    }

    @Test
    void aPassageKnowsItsPlaceInTheText() {
        Indexed indexed = index("returns.md", RETURNS);
        Passage passage = rag.passages(indexed.sourceId()).get(0);
        Place place = passage.place();
        int start = RETURNS.offsetByCodePoints(0, place.start());
        int end = RETURNS.offsetByCodePoints(0, place.end());
        assertThat(passage.content()).isEqualTo(RETURNS.substring(start, end)).endsWith("with a receipt.");
        assertThat(passage.metadata()).containsEntry("start", place.start()).containsEntry("lang", "en");
    }

    @Test
    void itFindsByMeaningAndByWords() {
        index("returns.md", RETURNS);
        index("hours.md", OPENING);
        index("soap.md", "# Soap\n\nArticle SKU-000123 is a soap with lavender.\n");
        index("rice.md", "# Rice\n\nArticle SKU-000321 is a bag of long grain rice.\n");
        assertThat(paths(rag.retrieve("Can I bring back ice cream?", 2, null, Filter.NONE))
                        .get(0))
                .isEqualTo("returns.md");
        Retrieved byWord = rag.retrieve("SKU-000321", 4, null, Filter.NONE);
        assertThat(paths(byWord).get(0)).isEqualTo("rice.md");
        assertThat(byWord.results().get(0).wordScore()).isPositive();
        assertThat(byWord.totalChunksSearched()).isEqualTo(4);
        assertThat(byWord.results())
                .extracting(Hit::relevanceScore)
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
    }

    @Test
    void aFilterLeavesOutOtherTypesAndPaths() {
        index("shop/returns.md", RETURNS);
        index("shop%/returns.md", RETURNS.replace("30", "31"));
        rag.index(new SourceRequest(SourceRequest.OPENAPI, "shop/api", "info:\n  title: Return goods\n", Map.of()));
        Retrieved inFolder = rag.retrieve("return goods", 9, null, new Filter("markdown", "shop/"));
        assertThat(paths(inFolder)).containsExactly("shop/returns.md");
        assertThat(inFolder.totalChunksSearched()).isEqualTo(1);
        assertThat(paths(rag.retrieve("return goods", 9, null, new Filter(null, "shop/"))))
                .containsExactlyInAnyOrder("shop/returns.md", "shop/api");
        assertThat(paths(rag.retrieve("return goods", 9, null, new Filter("openapi", ""))))
                .containsExactly("shop/api");
    }

    @Test
    void aThresholdLeavesOutWhatIsUnlike() {
        index("returns.md", RETURNS);
        index("hours.md", OPENING);
        assertThat(rag.retrieve("return goods within 30 days", 5, 0.3, Filter.NONE)
                        .results())
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.relevanceScore()).isGreaterThanOrEqualTo(0.3));
        assertThat(rag.retrieve("return goods", 5, 1.0, Filter.NONE).results()).isEmpty();
    }

    @Test
    void twoAtOnceDoNotMixTheirTexts() throws Exception {
        Thread other = new Thread(() -> index("hours.md", OPENING));
        other.start();
        index("returns.md", RETURNS);
        other.join();
        assertThat(rag.sources().sources())
                .extracting(source -> source.sourcePath() + " " + source.chunkCount())
                .containsExactly("hours.md 1", "returns.md 1");
    }

    @Test
    void aTextWithoutWordsHasNoChunks() {
        Indexed empty = index("empty.md", " \n\n");
        assertThat(empty.chunksCreated()).isZero();
        assertThat(empty.status()).isEqualTo(Indexed.Status.INDEXED);
        assertThat(rag.sources().totalSources()).isEqualTo(1);
        assertThat(index("empty.md", RETURNS).chunksCreated()).isEqualTo(1);
    }
}
