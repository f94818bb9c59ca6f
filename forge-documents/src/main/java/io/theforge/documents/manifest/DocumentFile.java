package io.theforge.documents.manifest;

import io.theforge.documents.json.JsonFields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of the folder.
 *
 * @param path inside the folder, with slashes
 * @param sha256 in hex digits
 */
public record DocumentFile(String path, long bytes, String sha256) {

    /** Returns that of a file with these contents. */
    public static DocumentFile of(String path, byte[] contents) {
        return new DocumentFile(path, contents.length, sha256(contents));
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** Returns a digest of its kind. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", path);
        json.put("bytes", bytes);
        json.put("sha256", sha256);
        return json;
    }

    static DocumentFile read(JsonFields file) {
        return new DocumentFile(file.text("path"), file.number("bytes"), file.text("sha256"));
    }
}
