package io.theforge.documents.shop;

/** A run of days that ended with an empty shelf. @param firstDay since the dataset's first */
public record Stockout(int storeIndex, int productIndex, int firstDay, int days) {
    /** Returns whether it comes before another in a list of the longest. */
    boolean beats(Stockout other) {
        if (days != other.days) {
            return days > other.days;
        }
        return productIndex != other.productIndex ? productIndex < other.productIndex : firstDay < other.firstDay;
    }
}
