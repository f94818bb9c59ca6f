package io.theforge.rag.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How texts are cut. */
class ChunksTest {

    @Test
    void eachChunkIsThePartOfTheTextThatItSays() {
        String text = "# Ä 🧊\n\n" + sentences(80) + "\n\n## Table\n\n" + table(120) + "\n```\n# no heading\n```\n\n"
                + "x".repeat(5000);
        List<Chunk> chunks = Chunks.ofMarkdown(text);
        assertThat(chunks).hasSizeGreaterThan(5).allSatisfy(chunk -> {
            Place place = chunk.place();
            String part =
                    text.substring(text.offsetByCodePoints(0, place.start()), text.offsetByCodePoints(0, place.end()));
            assertThat(chunk.content()).endsWith(part);
            assertThat(chunk.content().codePointCount(0, chunk.content().length()))
                    .isEqualTo(place.prefix() + place.end() - place.start());
            assertThat(place.inSource(place.prefix())).isEqualTo(place.start());
            assertThat(chunk.tokens()).isLessThanOrEqualTo(510);
        });
        assertThat(chunks).extracting(chunk -> chunk.place().heading()).doesNotContain("no heading");
    }

    @Test
    void everythingIsInSomeChunk() {
        String text =
                "# A\n\n" + sentences(50) + "\n\n" + table(40) + "\n## B\n\n- one\n- two\n\n### C\n\n" + sentences(30);
        boolean[] covered = new boolean[text.length()];
        for (Chunk chunk : Chunks.ofMarkdown(text)) {
            java.util.Arrays.fill(covered, chunk.place().start(), chunk.place().end(), true);
        }
        String left = IntStream.range(0, covered.length)
                .filter(i -> !covered[i])
                .mapToObj(i -> text.substring(i, i + 1))
                .collect(Collectors.joining());
        assertThat(left).isBlank();
    }

    @Test
    void eachPartOfATableBeginsWithItsHead() {
        List<Chunk> chunks = Chunks.ofMarkdown("# Sales\n\n" + table(150));
        assertThat(chunks).hasSizeGreaterThan(2);
        assertThat(chunks.subList(1, chunks.size())).allSatisfy(chunk -> {
            assertThat(chunk.content()).startsWith("| Store | Units |\n| --- | --- |\n| S");
            assertThat(chunk.embedded()).startsWith("Sales\n| Store");
            assertThat(chunk.place().prefix()).isEqualTo("| Store | Units |\n| --- | --- |\n".length());
        });
        String rows = chunks.stream()
                .map(chunk -> chunk.content().substring(chunk.place().prefix()))
                .collect(Collectors.joining("\n"));
        assertThat(rows.lines().filter(line -> line.startsWith("| S0")))
                .doesNotHaveDuplicates()
                .hasSize(150);
    }

    @Test
    void longProseIsCutBetweenSentencesThatAreInBothParts() {
        List<Chunk> chunks = Chunks.ofMarkdown("# A\n\n" + sentences(90));
        assertThat(chunks)
                .hasSizeGreaterThan(1)
                .allSatisfy(chunk -> assertThat(chunk.content()).endsWith("."));
        for (int i = 1; i < chunks.size(); i++) {
            assertThat(chunks.get(i).place().start())
                    .isLessThan(chunks.get(i - 1).place().end())
                    .isGreaterThan(chunks.get(i - 1).place().start());
        }
    }

    @Test
    void headingsAboveAreReadToo() {
        String text =
                "---\ntitle: Guide\n---\n\n# Prices\n\n" + sentences(30) + "\n\n## Store 12\n\n" + sentences(50) + "\n";
        List<Chunk> chunks = Chunks.ofMarkdown(text);
        assertThat(chunks).extracting(chunk -> chunk.place().heading()).contains("Prices > Store 12");
        assertThat(chunks.get(chunks.size() - 1).embedded()).startsWith("Guide > Prices > Store 12\n");
    }

    @Test
    void headingsAndTheHeadOfATableCountToo() {
        String wide = "| " + "column | ".repeat(25) + "\n|" + " - |".repeat(25) + "\n"
                + ("| " + "12345 | ".repeat(25) + "\n").repeat(40);
        String text = "---\ntitle: " + "A guide of many words ".repeat(10) + "\n---\n\n# " + "Long heading ".repeat(40)
                + "\n\n" + sentences(100) + "\n\n## Below\n\n" + wide + "\n\n" + "no end ".repeat(900);
        assertThat(Chunks.ofMarkdown(text))
                .hasSizeGreaterThan(10)
                .allSatisfy(chunk -> assertThat(chunk.tokens()).isLessThanOrEqualTo(510));
    }

    @Test
    void smallSectionsStayTogether() {
        assertThat(Chunks.ofMarkdown("# A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n"))
                .hasSize(1);
    }

    @Test
    void frontMatterIsReadAndIsPartOfTheFirstChunk() {
        String text = "---\r\ntitle: \"A: b\"\r\nsku: SKU-000001\r\nlist:\r\n  - one\r\n---\r\n\r\nText.\r\n";
        assertThat(FrontMatter.of(text))
                .containsEntry("title", "A: b")
                .containsEntry("sku", "SKU-000001")
                .hasSize(2);
        assertThat(Chunks.ofMarkdown(text).get(0).content())
                .contains("sku: SKU-000001")
                .endsWith("Text.");
        assertThat(FrontMatter.of("---\nno end: here\n")).isEmpty();
    }

    @Test
    void anInterfaceIsCutByItsOperations() {
        String yaml = "openapi: 3.1.0\ninfo:\n  title: Shop\npaths:\n  /sales:\n    get:\n      summary: Lists sales\n"
                + "    post:\n      summary: Adds sales\ncomponents:\n  schemas:\n    Sale:\n      type: object\n";
        assertThat(Chunks.ofOpenApi(yaml))
                .extracting(chunk -> chunk.place().heading())
                .contains("GET /sales", "POST /sales", "components > schemas > Sale");
        String json =
                "{\n  \"paths\": {\n    \"/sales\": {\n      \"get\": {\n        \"summary\": \"Lists sales\"\n      }\n    }\n  }\n}\n";
        assertThat(Chunks.ofOpenApi(json))
                .extracting(chunk -> chunk.place().heading())
                .contains("GET /sales");
    }

    @Test
    void oddTextsAreCutToo() {
        for (String text : List.of(
                "",
                "\n",
                "#",
                "---\n---\n",
                "|",
                "| a |\n| - |",
                "```",
                "\uD83E\uDDCA".repeat(2000),
                "- \n\r\n",
                ":")) {
            assertThat(Chunks.ofMarkdown(text)).isNotNull();
            assertThat(Chunks.ofOpenApi(text)).isNotNull();
        }
    }

    @Test
    void wordsAreSmallAndSingularAndCodesStayWhole() {
        assertThat(Words.counts("The PRICES of categories, SKU-000001.").keySet())
                .isEqualTo(Words.counts("price category sku-000001").keySet());
        assertThat(Words.counts("2024-08 2024-09").keySet()).hasSize(2);
        assertThat(Words.counts("the of and")).isEmpty();
    }

    private static String sentences(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Sentence number " + i + " tells of a shop.")
                .collect(Collectors.joining(" "));
    }

    private static String table(int rows) {
        return "| Store | Units |\n| --- | --- |\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> String.format(java.util.Locale.ROOT, "| S%05d | %d |\n", i, i * 7))
                        .collect(Collectors.joining());
    }
}
