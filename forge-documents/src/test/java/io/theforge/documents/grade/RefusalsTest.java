package io.theforge.documents.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What counts as a refusal is what the reference lists. */
class RefusalsTest {
    @Test
    void theReferenceListsEachPhrase() throws Exception {
        String page = Files.readString(Path.of("../docs/reference/questions.md"));
        String phrases = Refusals.PHRASES.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));

        assertThat(page).contains("<!-- refusals -->\n> " + phrases + "\n<!-- end of refusals -->");
    }
}
