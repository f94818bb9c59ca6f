package io.theforge.export.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of an export.
 *
 * @param path inside the folder, with slashes
 * @param table whose rows are in it; null where there are several
 * @param sha256 in hex digits
 */
public record ManifestFile(String path, @Nullable String table, long bytes, String sha256) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", path);
        json.put("table", table);
        json.put("bytes", bytes);
        json.put("sha256", sha256);
        return json;
    }
}
