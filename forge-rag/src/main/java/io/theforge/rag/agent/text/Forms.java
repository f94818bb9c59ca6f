package io.theforge.rag.agent.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people write them. */
public final class Forms {
    private Forms() {}

    /** Returns "1,234" or "1,234.5". */
    public static String number(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        return format.format(value);
    }

    /** Returns "USD 1,234.50" with cents where there are any, "11.2%", "34 days". @param unit as an amount has it */
    public static String amount(BigDecimal value, String unit) {
        return switch (unit) {
            case "USD" -> "USD " + money(value);
            case "%" -> number(value) + "%";
            case "time" -> number(value) + ":00";
            case "degrees" -> number(value) + " degrees Celsius";
            case "" -> number(value);
            default -> {
                boolean isOne = value.compareTo(BigDecimal.ONE) == 0 && unit.endsWith("s");
                yield number(value) + " " + (isOne ? unit.substring(0, unit.length() - 1) : unit);
            }
        };
    }

    /** Returns it with the two decimals that money has, without a currency. */
    public static String money(BigDecimal value) {
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        return isWhole && value.scale() <= 0
                ? number(value)
                : new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                        .format(value.setScale(2, RoundingMode.HALF_UP));
    }
}
