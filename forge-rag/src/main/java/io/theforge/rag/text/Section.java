package io.theforge.rag.text;

import java.util.List;

/** What stands under one heading. @param heading with those above it, "Prices > Store 12" */
record Section(String heading, List<Unit> units) {

    int tokens() {
        return units.stream().mapToInt(Unit::tokens).sum();
    }
}
