package io.theforge.cli.rag.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CitationsTest {
    private static Reply read(String text, String field) throws Exception {
        return Citations.read(text, new ObjectMapper().readTree(field), Map.of("17", "run/a.md"));
    }

    @Test
    void theyStandInTheTextAndAreTakenOutOfIt() throws Exception {
        assertThat(read("It sold 12 units [run/2024-03.md:9f], as in May [run/b.md:2; run/c.md:3].", "null"))
                .isEqualTo(
                        new Reply("It sold 12 units, as in May.", List.of("run/2024-03.md", "run/b.md", "run/c.md")));
    }

    @Test
    void otherBracketsStayInTheText() throws Exception {
        String text = "At [10:30] see [note: it] or [1] and [a link](https://x.example/y).";
        assertThat(read(text, "[]")).isEqualTo(new Reply(text, List.of()));
    }

    @Test
    void aFieldOfItsOwnIsStrongerInWhateverForm() throws Exception {
        assertThat(read("12 [run/b.md:2]", """
                ["run/a.md", "[run/c.md:7]", {"source_path": "run/d.md", "chunk_id": 1}, {"chunk_id": 17}, 17, {"x": 1}]
                """).citations()).containsExactly("run/a.md", "run/c.md", "run/d.md", "");
    }
}
