package io.theforge.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Clip;
import io.theforge.server.Served;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The picture of the page that the README shows. After a change, {@code -Dforge.docs=write} takes it anew. */
class ReadmePictureTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PICTURE = ROOT.resolve("docs/images/page.png");
    private static final int WIDTH = 1280;
    private static final int MOST_BYTES = 250_000;

    @Test
    @DisabledIfSystemProperty(named = "forge.docs", matches = "write")
    void theReadmeShowsIt() throws Exception {
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .containsPattern("!\\[.{40,}]\\(docs/images/page\\.png\\)");
        assertThat(Files.size(PICTURE)).isLessThanOrEqualTo(MOST_BYTES);
        BufferedImage picture = ImageIO.read(PICTURE.toFile());
        assertThat(picture.getWidth()).isEqualTo(WIDTH);
    }

    @Test
    @EnabledIfSystemProperty(named = "forge.docs", matches = "write")
    void itIsTakenOfTheDefaultDataset(@TempDir Path folder) throws Exception {
        try (Served server = Served.in(folder)) {
            server.post("/seeder/generate", "{\"confirm\": true}");
            try (Visitor visitor = Visitor.of(server)) {
                Page page = visitor.page();
                // who has made it, and when, is of no use to readers
                page.route("**/api/v1/dataset", ReadmePictureTest::anybody);
                page.setViewportSize(WIDTH, 2000);
                page.reload();
                ForgePage shown = new ForgePage(page);
                assertThat(shown.heading("Stock at the end of the day")).isVisible();
                assertThat(shown.fact("Last change")).containsText("ann");
                BoundingBox end = shown.heading("Stock at the end of the day").boundingBox();
                Files.createDirectories(PICTURE.getParent());
                byte[] bytes = page.screenshot(
                        new Page.ScreenshotOptions().setClip(new Clip(0, 0, WIDTH, Math.round(end.y - 8))));
                ImageIO.write(withFewerColors(ImageIO.read(new ByteArrayInputStream(bytes))), "png", PICTURE.toFile());
            }
        }
        theReadmeShowsIt();
    }

    /** A third smaller, and nobody sees it. */
    private static BufferedImage withFewerColors(BufferedImage picture) {
        BufferedImage fewer = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int color = picture.getRGB(x, y);
                fewer.setRGB(x, y, (color & 0xf8f8f8) | ((color >> 5) & 0x070707));
            }
        }
        return fewer;
    }

    private static void anybody(Route route) {
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode dataset = (ObjectNode) json.readTree(route.fetch().body());
            ((ObjectNode) dataset.get("last_run")).put("os_user", "ann").put("finished_at", "2025-01-06T09:30:00Z");
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(json.writeValueAsString(dataset)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
