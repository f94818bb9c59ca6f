package io.theforge.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command hands to the server. */
class ServeCommandTest {
    @TempDir
    Path folder;

    @Test
    void itListensOnThisMachineUnlessSomethingElseIsSaid() {
        assertThat(Ran.in(folder, "serve").out()).startsWith("not listening on 127.0.0.1:8123, duckdb:");
        assertThat(Ran.in(folder, "serve", "--host", "0.0.0.0", "--port", "80").out())
                .startsWith("not listening on 0.0.0.0:80, ");
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        for (String port : new String[] {"-1", "65536", "99999999999999999999", "http", ""}) {
            Ran ran = Ran.in(folder, "serve", "--port", port);
            assertThat(ran.exit()).as(port).isEqualTo(2);
            assertThat(ran.err()).contains("--port: \"" + port + "\" is no whole number from 0 to 65535");
        }
    }
}
