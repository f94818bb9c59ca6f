package io.theforge.cli.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** A page that needs nothing beside itself: data and the chart library of a WebJar are copied into it. */
public final class Page {
    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/";

    private Page() {}

    /** Where the page goes; what is wrong with the place is said before anything is generated. */
    public static Path newFile(Path workingDirectory, String given) {
        if (given.isBlank()) {
            throw new UsageException("--html", "names no file", "give a new file, such as page.html");
        }
        Path file = workingDirectory.resolve(given);
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException("--html", file + " is a folder", "name a new file in it");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException("--html", file + " is there already", "name a file that is not, or move it away");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageException("--html", "there is no folder " + folder, "make it, or name a file elsewhere");
        }
        return file;
    }

    /** Writes it. @param template the path of a resource @param data with a "title" */
    public static void write(Path file, String template, Map<String, Object> data) {
        TextFile.write("--html", file, page(template, data));
    }

    /** Data cannot end its script element: {@code <} is written as JSON's escape. */
    private static String page(String template, Map<String, Object> data) {
        return resource(template)
                .replace("/*LICENCE*/", resource(CHARTS + "LICENSE"))
                .replace("/*STYLE*/", resource(CHARTS + "dist/uPlot.min.css"))
                .replace("/*CHARTS*/", resource(CHARTS + "dist/uPlot.iife.min.js"))
                .replace("<!--TITLE-->", html(String.valueOf(data.get("title"))))
                .replace("/*DATA*/", Json.write(data).replace("<", "\\u003c").replace(">", "\\u003e"));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
