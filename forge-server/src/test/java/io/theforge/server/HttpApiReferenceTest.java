package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of the HTTP interface is what the server says of itself. After a change, {@code -Dforge.docs=write} writes it anew. */
class HttpApiReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "http-api.md");
    private static final String BEGIN = "<!-- endpoints -->\n";
    private static final String END = "\n<!-- end of endpoints -->";

    @TempDir
    Path folder;

    @Test
    void theReferenceIsWhatTheServerSays() throws Exception {
        try (Served server = Served.in(folder)) {
            String text = Files.readString(PAGE);
            String current = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                    + ApiPage.of(server.document().json())
                    + text.substring(text.indexOf(END));
            if ("write".equals(System.getProperty("forge.docs"))) {
                Files.writeString(PAGE, current);
            } else {
                assertThat(text).isEqualTo(current);
            }
        }
    }
}
