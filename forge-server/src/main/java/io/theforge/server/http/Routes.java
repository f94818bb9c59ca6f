package io.theforge.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a path asks for. */
final class Routes {
    private final List<Endpoint> endpoints;

    Routes(List<Endpoint> endpoints) {
        this.endpoints = endpoints;
    }

    /** An endpoint and what stands in the braces of its path. */
    record Match(Endpoint endpoint, Map<String, String> values) {}

    /** Returns every endpoint of a path, whatever its method. */
    List<Match> at(String path) {
        List<Match> found = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            Map<String, String> values = values(endpoint.path(), path);
            if (values != null) {
                found.add(new Match(endpoint, values));
            }
        }
        return found;
    }

    private static @Nullable Map<String, String> values(String declared, String path) {
        if (declared.equals(path)) {
            return Map.of();
        }
        String[] names = declared.split("/", -1);
        String[] parts = path.split("/", -1);
        if (!declared.contains("{") || names.length != parts.length) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{") && !parts[i].isEmpty()) {
                values.put(names[i].substring(1, names[i].length() - 1), parts[i]);
            } else if (!names[i].equals(parts[i])) {
                return null;
            }
        }
        return values;
    }
}
