package io.theforge.rag.agent.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.rag.agent.AgentReply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is not is not answered with something else. */
class MissingThingsTest {
    @TempDir
    static Path folder;

    private static AgentTrial trial;

    @BeforeAll
    static void index() throws Exception {
        trial = new AgentTrial(folder);
        trial.index("reviews/2024-03.md", """
                # The chain in March 2024

                The chain sold 2,400 units in March 2024. The Fruit category sold 2,100 units in March 2024.

                The manager of store S1 is Simon Park.

                Red Apples 1 kg (P2) is supplied by Fields & Sons.
                """);
        trial.index("letters/manager.md", """
                # Letter

                Hello Priya Marsh, good morning and thanks.
                """);
    }

    @AfterAll
    static void close() throws Exception {
        trial.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    How many units did store S99 sell in March 2024? | store S99
                    How much did S99 and S1 sell in March 2024? | store S99
                    What was the revenue of S99 compared to S1 in March 2024? | store S99
                    How many units did store 42 sell in March 2024? | store 42
                    How many units did store S-1 sell in March 2024? | store S-1
                    How many units of category toys were sold in March 2024? | category toys
                    Who is the manager of store S42? | store S42
                    Which supplier delivers P777? | product P777
                    How many units of "P777" were sold in March 2024? | product P777
                    How many units were sold in the Toys category in March 2024? | category Toys
                    How many units were sold in the toys category in March 2024? | category toys
                    How many units did the category Home & Garden sell in March 2024? | category Home & Garden
                    What was the revenue of the Centre region in March 2024? | region Centre
                    How many units were sold across all stores on 30 February 2024? | day or month 30 February 2024
                    How many units were sold across all stores on February 30th, 2024? | day or month February 30th, 2024
                    Which store sold the most units on 2024-02-30? | day or month 2024-02-30
                    """)
    void missing(String question, String thing) {
        AgentReply reply = trial.ask(question);
        assertThat(reply.message()).isEqualTo("I do not know: there is no " + thing + ".");
        assertThat(reply.citations()).isEmpty();
    }

    @Test
    @DisplayName("what was not sold is not known")
    void notSold() {
        AgentReply reply = trial.ask("How many units were NOT sold in March 2024?");
        assertThat(reply.message()).startsWith("I do not know");
        assertThat(reply.citations()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "How many units did s1 sell in March 2024?",
                "How many units did the Fruit category sell in March 2024?",
                "Which store sold 2,400 units in March 2024?",
                "Which category sold the most units in March 2024?",
                "Which was the best-selling category in March 2024?",
                "Who is the manager of store S1?"
            })
    @DisplayName("what there is is answered")
    void there(String question) {
        assertThat(trial.said(question)).doesNotContain("there is no");
    }

    @ParameterizedTest(name = "\"{0}\" is answered with what can be asked")
    @ValueSource(strings = {"hello", "Good morning", "thanks", "Hi there!", "Hello, thank you very much."})
    void greetings(String message) {
        AgentReply reply = trial.ask(message);
        assertThat(reply.message()).startsWith("Please ask me");
        assertThat(reply.citations()).isEmpty();
    }
}
