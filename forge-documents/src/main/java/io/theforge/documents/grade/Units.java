package io.theforge.documents.grade;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What numbers are counted in, and by what they are multiplied. */
final class Units {
    private static final String[] UNITS = {
        "USD=$ us$ usd dollar dollars",
        "EUR=€ eur euro euros",
        "GBP=£ gbp pound pounds",
        "%=% percent pct",
        "points=pp points point",
        "units=unit units piece pieces pcs item items",
        "days=day days",
        "weeks=week weeks",
        "months=month months",
        "years=year years",
        "hours=hour hours",
        "minutes=minute minutes",
        "times=time times",
        "stores=store stores",
        "products=product products",
        "categories=category categories",
        "promotions=promotion promotions",
        "orders=order orders",
        "suppliers=supplier suppliers",
        "brands=brand brands",
        "regions=region regions"
    };
    private static final Map<String, String> BY_WORD = new HashMap<>();
    private static final Map<String, BigDecimal> SCALES = new HashMap<>();

    static {
        for (String unit : UNITS) {
            String[] parts = unit.split("=", 2);
            for (String word : parts[1].split(" ")) {
                BY_WORD.put(word, parts[0]);
            }
        }
        scale(3, "thousand", "k");
        scale(6, "million", "mn", "m");
        scale(9, "billion", "bn");
    }

    private Units() {}

    private static void scale(int zeros, String... words) {
        for (String word : words) {
            SCALES.put(word, BigDecimal.ONE.scaleByPowerOfTen(zeros));
        }
    }

    /** Returns the unit of a word in lower case; null where it is none. */
    static @Nullable String of(String word) {
        return BY_WORD.get(word);
    }

    static @Nullable BigDecimal scale(String word) {
        return SCALES.get(word);
    }
}
