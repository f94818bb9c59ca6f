package io.theforge.database;

/** Where a warehouse is. TEMPORARY: parsing to be written. */
public record DatabaseUrl(String display) {
    @Override
    public String toString() {
        return display;
    }
}
