package io.theforge.cli.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page that needs nothing beside itself: data and the chart library of a WebJar are copied into it. */
public final class Page {
    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/";

    /** What pages of scores have in common. */
    private static final String SCORES = "/io/theforge/cli/result/";

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

    /**
     * Returns what a score is told as, and writes its page where one is wanted.
     *
     * @param file null where none is
     * @param json the fields; "html" is added
     * @param text the lines; that of the page is added
     */
    public static Result scored(
            @Nullable Path file, String template, String title, Map<String, Object> json, List<String> text) {
        if (file == null) {
            return Result.done("completed", json, text);
        }
        Map<String, Object> data = new LinkedHashMap<>(json);
        data.put("title", title);
        write(file, template, data);
        json.put("html", file.toString());
        List<String> lines = new ArrayList<>(text);
        lines.add(file + " written; open it in a browser");
        return Result.done("completed", json, lines).ofFile(file.toString());
    }

    /** Data cannot end its script element: {@code <} is written as JSON's escape. */
    private static String page(String template, Map<String, Object> data) {
        return resource(template)
                .replace("/*LICENCE*/", resource(CHARTS + "LICENSE"))
                .replace("/*STYLE*/", resource(CHARTS + "dist/uPlot.min.css"))
                .replace("/*LOOK*/", resource(SCORES + "score.css"))
                .replace("/*PARTS*/", resource(SCORES + "score.js"))
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
