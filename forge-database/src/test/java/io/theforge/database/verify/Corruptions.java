package io.theforge.database.verify;

import io.theforge.database.verify.VerifierContract.Corruption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code corruptions.txt}, and knows the rows that it speaks of. */
final class Corruptions {
    /** Longer names first: they are replaced one after another. */
    static final Map<String, String> TOKENS = new LinkedHashMap<>();

    private static final String SALE = "(SELECT min(s.id) FROM sales_daily s JOIN inventory_snapshot_daily i"
            + " ON i.store_id = s.store_id AND i.product_id = s.product_id AND i.date = s.date"
            + " WHERE s.date = DATE '2024-06-14' AND s.quantity > 0 AND i.on_hand_qty > 0)";
    private static final String PLACE =
            "SELECT 'date=2024-06-14 store=' || st.code || ' sku=' || p.sku FROM sales_daily s"
                    + " JOIN store st ON st.id = s.store_id JOIN product p ON p.id = s.product_id WHERE s.id = " + SALE;
    private static final String MIDDLE_PRICE =
            "SELECT min(b.id) FROM price_history a JOIN price_history b ON a.product_id = b.product_id"
                    + " AND a.store_id IS NULL AND b.store_id IS NULL AND b.valid_from = a.valid_to + 1"
                    + " AND b.valid_from < DATE '2024-11-01'";

    static {
        TOKENS.put("@place", PLACE);
        TOKENS.put("@pair", PLACE.replace("date=2024-06-14 ", ""));
        TOKENS.put("@sale", "SELECT " + SALE);
        TOKENS.put(
                "@stock",
                "SELECT i.id FROM inventory_snapshot_daily i JOIN sales_daily s ON i.store_id = s.store_id"
                        + " AND i.product_id = s.product_id AND i.date = s.date WHERE s.id = " + SALE);
        TOKENS.put(
                "@price_from",
                "SELECT CAST(valid_from AS varchar) FROM price_history WHERE id = (" + MIDDLE_PRICE + ")");
        TOKENS.put("@price", MIDDLE_PRICE);
        TOKENS.put("@last_price", "SELECT min(id) FROM price_history WHERE valid_to IS NULL AND store_id IS NULL");
        TOKENS.put("@promotion", "SELECT min(id) FROM promotion WHERE discount_pct IS NOT NULL AND store_id IS NULL");
        TOKENS.put("@reduction", "SELECT min(id) FROM promotion WHERE discount_amount IS NOT NULL");
    }

    private Corruptions() {}

    static Stream<Corruption> all() throws IOException {
        try (InputStream file = Corruptions.class.getResourceAsStream("corruptions.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Pattern.compile(" *\\| +").split(line, 3))
                    .map(parts -> new Corruption(parts[2], parts[0], parts[1]));
        }
    }
}
