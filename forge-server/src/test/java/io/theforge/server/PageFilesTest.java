package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as files: all of them there, small, and nothing in them that the browser is told to refuse. What they do is tried in a browser. */
class PageFilesTest {
    private static final Pattern FILE = Pattern.compile("\"(/page/[0-9a-f]{16}/[a-z-]+\\.[a-z]+)\"");
    private static final Pattern IMPORT = Pattern.compile("from ?\"\\./([a-z-]+\\.js)\"");
    private static final int MOST_BYTES = 250_000;
    private static final int MOST_BYTES_PACKED = 100_000;

    @TempDir
    static Path folder;

    private static Served server;
    private static String index;

    @BeforeAll
    static void serve() throws Exception {
        server = Served.in(folder);
        index = server.get("/").text();
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    private static List<String> files() {
        return FILE.matcher(index).results().map(found -> found.group(1)).toList();
    }

    @Test
    void bothAddressesHaveTheSamePage() throws Exception {
        assertThat(server.get("/admin/seeder").text()).isEqualTo(index).contains("<title>The Forge</title>");
    }

    @Test
    void everyFileIsNamedOnceAndEveryModuleThatIsImportedIsNamed() throws Exception {
        List<String> files = files();
        Set<String> imported = new TreeSet<>();
        for (String file : files) {
            Reply reply = server.get(file);
            assertThat(reply.status()).as(file).isEqualTo(200);
            assertThat(reply.header("Content-Type"))
                    .as(file)
                    .startsWith(
                            file.endsWith(".js")
                                    ? "text/javascript"
                                    : file.endsWith(".css") ? "text/css" : "image/svg");
            IMPORT.matcher(reply.text()).results().map(found -> found.group(1)).forEach(imported::add);
        }

        assertThat(files).doesNotHaveDuplicates();
        assertThat(imported).hasSizeGreaterThan(10);
        assertThat(files.stream().map(file -> file.replaceAll(".*/", ""))).containsAll(imported);
    }

    @Test
    void aFileIsKeptByTheBrowserForItsAddressChangesWithIt() throws Exception {
        Reply reply = server.get(files().get(0));

        assertThat(reply.header("Cache-Control")).contains("immutable").contains("private");
        assertThat(server.get("/").header("Cache-Control")).isEqualTo("no-store");
        assertThat(server.get("/page/0000000000000000/app.js").status()).isEqualTo(404);
    }

    @Test
    void nothingElseOfTheProgramIsAFileOfThePage() throws Exception {
        String build = files().get(0).replaceAll("/[^/]+$", "/");

        for (String name :
                List.of("Pages.class", "index.html", "..%2fPages.class", "%2e%2e", "%00", "app.js%00", "APP.JS")) {
            assertThat(server.get(build + name).status()).as(name).isIn(400, 404);
        }
    }

    @Test
    void thePageWithItsLibrariesIsSmall() throws Exception {
        long bytes = index.length();
        long packed = packed(index);
        for (String file : files()) {
            String text = server.get(file).text();
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            packed += packed(text);
        }

        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(packed).isLessThan(MOST_BYTES_PACKED);
    }

    @Test
    void nothingIsWrittenThatTheBrowserIsToldToRefuse() throws Exception {
        assertThat(index)
                .doesNotContainPattern("(?i)<script(?![^>]*\\bsrc=)[^>]*>")
                .doesNotContainPattern("(?i)\\son\\w+=")
                .doesNotContainPattern("(?i)\\sstyle=");
        for (String file : files()) {
            if (!file.matches(".*/(uplot|preact|hooks)\\..*")) {
                assertThat(server.get(file).text())
                        .as(file)
                        .doesNotContain(
                                "innerHTML",
                                "outerHTML",
                                "insertAdjacentHTML",
                                "document.write",
                                "eval(",
                                "new Function")
                        .satisfies(PageFilesTest::namesNoOtherAddress);
            }
        }
    }

    private static void namesNoOtherAddress(String text) {
        assertThat(Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)\\S+")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void whoTypesAnAddressReadsTheProblemAndAProgramGetsTheDocument() throws Exception {
        String asBrowsersDo = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        Reply read = server.sent("GET", "/nowhere%3Cb%3E", null, "Accept", asBrowsersDo);

        assertThat(read.status()).isEqualTo(404);
        assertThat(read.header("Content-Type")).startsWith("text/html");
        assertThat(read.text())
                .contains("there is nothing at this path", "What to do")
                .doesNotContain("<b>");
        assertThat(server.get("/nowhere").header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(server.sent("GET", "/nowhere", null, "Accept", "*/*").header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    private static long packed(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
