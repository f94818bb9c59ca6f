package io.theforge.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** The preview as one page that needs nothing beside itself: the chart library of a WebJar is copied into it. */
final class PreviewPage {
    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/";

    private PreviewPage() {}

    static void refuseExisting(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException("--html", file + " is there already", "give a new file, or remove it first");
        }
    }

    static void write(Path file, Map<String, Object> data) {
        try {
            Files.writeString(file, page(data), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UsageException("--html", "cannot write " + file, "give a new file in a folder that takes one");
        }
    }

    /** Data cannot end its script element: {@code <} is written as JSON's escape. */
    private static String page(Map<String, Object> data) {
        return resource("/io/theforge/cli/preview.html")
                .replace("/*LICENCE*/", resource(CHARTS + "LICENSE"))
                .replace("/*STYLE*/", resource(CHARTS + "dist/uPlot.min.css"))
                .replace("/*CHARTS*/", resource(CHARTS + "dist/uPlot.iife.min.js"))
                .replace("/*DATA*/", Json.write(data).replace("<", "\\u003c").replace(">", "\\u003e"));
    }

    private static String resource(String name) {
        try (InputStream in = PreviewPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
