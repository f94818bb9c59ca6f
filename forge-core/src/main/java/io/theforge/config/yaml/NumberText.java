package io.theforge.config.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them in decimal: 100, -0.5, 1e3. Nothing octal, sexagesimal or with underscores. */
public final class NumberText {

    private static final int MAX_LENGTH = 60;
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?");
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9].*");
    private static final Pattern NOT_FINITE =
            Pattern.compile("[-+]?\\.?(?:nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private NumberText() {}

    /** Returns the exact value, or null when the text is no decimal number. */
    public static @Nullable BigDecimal parse(String text) {
        return text.length() <= MAX_LENGTH && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Returns why {@link #parse} took no number from it. */
    public static String reason(String text, String expected) {
        if (text.length() > MAX_LENGTH) {
            return "has more than " + MAX_LENGTH + " characters";
        }
        if (LEADING_ZERO.matcher(text).matches()) {
            return "begins with a zero, so that programs disagree on its value";
        }
        return NOT_FINITE.matcher(text).matches() ? "is not a finite number" : "is not " + expected;
    }

    /** Returns the shortest decimal that reads back as the same double, the same on every Java (Double.toString is not). */
    public static String write(double value) {
        for (int digits = 1; ; digits++) {
            BigDecimal decimal =
                    new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
            if (decimal.doubleValue() == value) {
                boolean plain = value == 0 || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e15);
                String text = plain ? decimal.toPlainString() : decimal.toString();
                return plain && text.indexOf('.') < 0 ? text + ".0" : text;
            }
        }
    }

    /** Returns the number as messages show it: 99,999. */
    public static String show(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Returns the number as messages show it: 100,000 or 0.05. */
    public static String show(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? show((long) value) : write(value);
    }
}
