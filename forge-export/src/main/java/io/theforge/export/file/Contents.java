package io.theforge.export.file;

import com.fasterxml.jackson.databind.JsonNode;

/** What a folder holds, as its manifest says. One kind never replaces another. */
public enum Contents {
    TABLES("an earlier export", "no export") {
        @Override
        boolean isOf(JsonNode manifest) {
            return manifest.path("forge_version").isTextual();
        }
    },
    DOCUMENTS("earlier documents", "no documents") {
        @Override
        boolean isOf(JsonNode manifest) {
            return manifest.path("format").asText().equals("forge-documents");
        }
    };

    private final String earlier;
    private final String none;

    Contents(String earlier, String none) {
        this.earlier = earlier;
        this.none = none;
    }

    abstract boolean isOf(JsonNode manifest);

    /** As messages name it where it is there already. */
    String earlier() {
        return earlier;
    }

    /** As messages name it where something else is. */
    String none() {
        return none;
    }
}
