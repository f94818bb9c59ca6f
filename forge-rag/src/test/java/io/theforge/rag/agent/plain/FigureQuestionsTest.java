package io.theforge.rag.agent.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.rag.agent.AgentReply;
import io.theforge.rag.agent.Citation;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that the tables answer, and documents where they say the same. */
class FigureQuestionsTest {
    @TempDir
    static Path folder;

    private static AgentTrial trial;

    @BeforeAll
    static void index() throws Exception {
        trial = new AgentTrial(folder);
        trial.index("reviews/2024-03-S1.md", """
                ---
                title: "Harbour Market in March 2024"
                store: S1
                period: "2024-03"
                ---

                # Harbour Market in March 2024

                ## Result 🧾

                Shoppers took home 1,400 units. Revenue was USD 4,600.00. The target was 1,500 units, a difference of 100.

                | Category | Units | Revenue (USD) |
                | --- | --- | --- |
                | Fruit | 1,400 | 4,600.00 |

                Shelves were empty on 3 article days.
                """);
        trial.index("reviews/2024-03-S2.md", """
                ---
                title: "Hill Market in March 2024"
                store: S2
                period: "2024-03"
                ---

                # Hill Market in March 2024

                Sales came to 1,000 units. The month before it had been 950.
                """);
        trial.index("products/P1.md", """
                ---
                title: "Green Apples 1 kg: article data"
                sku: P1
                ---

                # Green Apples 1 kg: article data

                Category: Fruit. Brand: Orchard. Number: P1.

                Its base price is USD 3.00 and the base cost USD 2.10.

                In April 2024 it was 1,100 units; May 2024 had 1,500 units.

                The offer takes 20% off, from 1 April 2024 to 10 April 2024.
                """);
    }

    @AfterAll
    static void close() throws Exception {
        trial.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    How many units did Harbour Market sell in March 2024? | It was 1,400 units.
                    What was the revenue of S1 in March 2024? | It was USD 4,600.00.
                    What was the unit target of Harbour Market in March 2024? | It was 1,500 units.
                    By how many units did Harbour Market miss its target in March 2024? | It was 100 units.
                    How many stockout days did Harbour Market have in March 2024? | It was 3 days.
                    How many units did Harbour Market and Hill Market sell together in March 2024? | It was 2,400 units.
                    By how many units did Harbour Market outsell Hill Market in March 2024? | It was 400 units.
                    Did Hill Market or Harbour Market sell more units in March 2024? | It was Harbour Market (S1).
                    How many units of Green Apples 1 kg were sold in April 2024? | It was 1,100 units.
                    By how many per cent did the unit sales of P1 rise from April 2024 to May 2024? | It was 36.4%.
                    How many units of P1 were sold in an average month from April 2024 to May 2024? | It was 1,300 units.
                    In which month from April 2024 to May 2024 were the most units of P1 sold? | It was May 2024.
                    What was the mean revenue per unit of Harbour Market in March 2024? | It was USD 3.29.
                    What is the base price of Green Apples 1 kg? | It was USD 3.00.
                    What share of the base price of P1 is margin over its base cost, in per cent? | It was 30%.
                    When did the chain-wide April 2024 promotion of Green Apples 1 kg end? | It was 10 April 2024.
                    What discount did the chain-wide April 2024 promotion of P1 give? | It was 20%.
                    Which category does Green Apples 1 kg belong to? | It is Fruit.
                    Which store sold the most units in March 2024? | By the tables it was Harbour Market (S1), with 1,400 units.
                    What were the top 2 products by revenue in March 2024? | By the tables they were Green Apples 1 kg (P1), with USD 5,100.00; Red Apples 1 kg (P2), with USD 1,600.00.
                    How many stores are there? | By the tables there are 3 stores.
                    """)
    void answers(String question, String answer) {
        assertThat(trial.said(question)).isEqualTo(answer);
    }

    @Test
    @DisplayName("what the tables tell and no document does is told as what it is")
    void tablesAlone() {
        AgentReply reply = trial.ask("How many units did Hill Market sell on 2 March 2024?");
        assertThat(reply.message()).isEqualTo("The documents do not say it. By the tables: it was 700 units.");
        assertThat(reply.citations()).isEmpty();
    }

    @Test
    @DisplayName("citations point at the sentence, also behind characters of two chars, and stand in the text")
    void citations() {
        AgentReply reply = trial.ask("How many units did Harbour Market sell in March 2024?");
        Citation citation = reply.citations().get(0);
        assertThat(trial.cited(citation)).isEqualTo("Shoppers took home 1,400 units.");
        assertThat(reply.message()).contains("[reviews/2024-03-S1.md:" + citation.chunkId() + "]");
        assertThat(reply.tokensUsed()).isZero();
        assertThat(reply.toolCalls()).extracting(call -> call.name()).contains("query_tables", "retrieve");
    }

    @ParameterizedTest(name = "what was looked up is told: {0}")
    @ValueSource(
            strings = {
                "Which store had the highest revenue in March 2024?",
                "How many stores are there?",
                "How many units did store S99 sell in March 2024?"
            })
    void lookedUp(String question) {
        AgentReply reply = trial.ask(question);
        assertThat(reply.toolCalls()).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("query_tables");
            assertThat(call.arguments()).isNotEmpty();
            assertThat(call.result()).isEqualTo(reply.message());
        });
    }

    @Test
    @DisplayName("who names no month is asked for it")
    void noMonth() {
        assertThat(trial.said("What was the monthly revenue of Harbour Market?"))
                .startsWith("Which month do you mean?");
    }

    @Test
    @DisplayName("where several products or stores fit it asks back and names them")
    void several() {
        assertThat(trial.said("What is the base price of the article \"Apples\"?"))
                .isEqualTo("Which product do you mean? These fit: Green Apples 1 kg (P1), Red Apples 1 kg (P2).");
        assertThat(trial.said("How many units did the market in the North region sell in March 2024?"))
                .isEqualTo("Which store do you mean? These fit: Harbour Market (S1), Hill Market (S2).");
    }

    @Test
    @DisplayName("who asks for a hundred figures at once is asked for fewer")
    void tooMany() {
        StringBuilder days = new StringBuilder("How many units did Harbour Market sell on ");
        for (int day = 1; day <= 31; day++) {
            days.append(day).append(" March 2024, ").append(day).append(" May 2024, ");
        }
        assertThat(trial.said(days.toString())).isEqualTo("Which figures do you mean? Please ask for fewer at once.");
    }

    @ParameterizedTest(name = "it does not know: {0}")
    @ValueSource(
            strings = {
                "How many units of Green Apples 1 kg were returned by customers in April 2024?",
                "What is the monthly rent of Harbour Market?",
                "How many customers visited Hill Market in March 2024?",
                "What was the unit target of Hill Market in March 2024?",
                "In which country is Rye Bread made?",
                "Who is the deputy manager of Harbour Market?"
            })
    void unknown(String question) {
        assertThat(trial.ask(question).message()).contains("do not");
        assertThat(trial.ask(question).citations()).isEmpty();
    }

    @Test
    @DisplayName("names are no patterns, and SQL in them is nothing but text")
    void strangeNames() {
        assertThat(trial.said("How many units did Hill [x] (.*) Kiosk sell in March 2024?"))
                .contains("do not");
        assertThat(trial.said("How many units did '; DROP TABLE store; -- sell in March 2024?"))
                .contains("do not");
        assertThat(trial.said("How many stores are there?")).contains("3 stores");
    }

    @ParameterizedTest(name = "ten thousand times \"{0}\"")
    @ValueSource(
            strings = {
                "x",
                "Ab ",
                "(",
                "\\E[",
                "\"",
                "| ",
                "of the Big ",
                "2024-03-01 ",
                "how many ",
                "under the a ",
                "1,000 ",
                "\uD83E\uDDC0"
            })
    void nonsense(String part) {
        String message = part.repeat(10_000 / part.length());
        assertThat(trial.ask(message).citations()).isEmpty();
    }
}
