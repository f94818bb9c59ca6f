package io.theforge.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the page consists of: our own files as they are, and two libraries from WebJars. There is no build step. */
final class PageFiles {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String PREACT = WEBJARS + "preact/10.26.9/";
    private static final String UPLOT = WEBJARS + "uplot/1.6.30/dist/";

    /** Of libraries; the other files lie beside this class. */
    private static final Map<String, String> RESOURCES = Map.of(
            "preact.js", PREACT + "dist/preact.module.js",
            "hooks.js", PREACT + "hooks/dist/hooks.module.js",
            "uplot.js", UPLOT + "uPlot.iife.min.js",
            "uplot.css", UPLOT + "uPlot.min.css");

    /** The index names each file, so that the browser fetches all of them at once. */
    private static final Pattern NAMED = Pattern.compile("\"/page/BUILD/([a-z-]+\\.[a-z]+)\"");

    private static final int BUILD_BYTES = 8;

    private final Map<String, File> files = new TreeMap<>();
    private final String build;
    private final String index;

    /** A file. @param text all of it */
    record File(String mediaType, String text) {}

    /** Reads all of them: what is missing shows when the server starts. */
    PageFiles() {
        String page = resource("index.html");
        NAMED.matcher(page).results().map(found -> found.group(1)).forEach(name -> files.put(name, file(name)));
        build = fingerprint();
        index = page.replace("/page/BUILD/", "/page/" + build + "/");
    }

    /** Returns the page itself. */
    String index() {
        return index;
    }

    /** Returns the file at a part of an address; null when there is none. @param of the build that the page comes from */
    @Nullable
    File at(String of, String name) {
        return of.equals(build) ? files.get(name) : null;
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(file -> digest.update(file.text().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, BUILD_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static File file(String name) {
        String type = switch (name.substring(name.lastIndexOf('.'))) {
            case ".js" -> "text/javascript; charset=utf-8";
            case ".css" -> "text/css; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalStateException("of no known type: " + name);
        };
        String text = resource(RESOURCES.getOrDefault(name, name));
        // a browser finds a module by its address alone
        return new File(type, name.equals("hooks.js") ? text.replace("\"preact\"", "\"./preact.js\"") : text);
    }

    private static String resource(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
