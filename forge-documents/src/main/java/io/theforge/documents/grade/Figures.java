package io.theforge.documents.grade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in a text. Dates and codes are none, nor are ordinals. Commas, apostrophes and narrow blanks part
 * thousands, and so do points where there are two or a comma follows; a comma that parts no thousands is a decimal comma.
 */
final class Figures {
    /** NFKC would make them plain blanks. */
    private static final Pattern NARROW = Pattern.compile("(?<=\\d)[\u00A0\u202F\u2009'\u2019](?=\\d{3}(?!\\d))");

    /** A word with a digit in it that is no currency's: "s00003/sku-000017", "q3". */
    private static final Pattern CODE =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?!(?:usd|eur|gbp|us)\\b)\\p{L}+[-_#]?\\d[\\p{L}\\p{N}_/-]*");

    /** What stands before a number that only bounds what is meant. */
    static final String BOUND =
            "at least|at most|(?:more|less|fewer|greater|higher|lower) than|up to|over|under|above|below"
                    + "|exceeding|[<>\u2264\u2265]=?";

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_.,#/]|[\\p{L}_]-)"
            + "(?<bound>(?:" + BOUND + ") ?)?"
            + "(?<minus>-)?(?:(?<currency>us\\$|[$\u20ac\u00a3]|(?:usd|eur|gbp)(?= ?-?\\d)) ?)?(?<after>-)?"
            + "(?<digits>\\d(?:[\\d.,]{0,40}\\d)?)"
            + "(?: ?(?<scale>thousand|million|billion|mn|bn|k|m)\\b)?"
            + "(?:(?<gap>[ -]?)(?<unit>%|per cent\\b|percentage points?\\b|us\\$|[$\u20ac\u00a3]|\\p{L}+))?");

    private static final Pattern JOINT = Pattern.compile("\\s*(?:[,;/&-]|,? ?(?:and|or|to|through|until|till))?\\s*");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d{1,3}(?:\\.\\d{3}){2,}|\\d+,\\d+");

    private final String text;
    private final List<Figure> found = new ArrayList<>();
    private int chain; // where the list begins that the last one is in

    private Figures(String text) {
        this.text = text;
    }

    /** Returns them in their order. */
    static List<Figure> in(String text) {
        String withoutDates = Dates.in(NARROW.matcher(text).replaceAll("")).rest();
        Figures figures = new Figures(CODE.matcher(withoutDates).replaceAll("|"));
        figures.read();
        return figures.found;
    }

    private void read() {
        Matcher number = NUMBER.matcher(text);
        int end = -1; // of the last one, with its unit
        for (int from = 0; number.find(from); from = Math.max(end, number.end("digits"))) {
            String word = number.group("unit");
            String unit = word == null ? null : unit(word);
            if (word != null && unit == null && number.group("gap").isEmpty()) {
                end = -1; // a part of a word: "3rd", "28d"
                continue;
            }
            boolean isJoined = end >= 0
                    && JOINT.matcher(text.substring(end, number.start())).matches();
            add(number, number.group("currency") == null ? unit : Units.of(number.group("currency")), isJoined);
            end = unit != null
                    ? number.end()
                    : number.group("scale") != null ? number.end("scale") : number.end("digits");
        }
    }

    private static @Nullable String unit(String word) {
        return word.equals("per cent") ? "%" : word.startsWith("percentage point") ? "points" : Units.of(word);
    }

    private void add(Matcher number, @Nullable String unit, boolean isJoined) {
        List<BigDecimal> values = values(number.group("digits"));
        BigDecimal scale = number.group("scale") == null ? null : Units.scale(number.group("scale"));
        boolean isNegative = number.group("minus") != null || number.group("after") != null;
        if (!isJoined) {
            chain = found.size();
        }
        join(unit);
        boolean isBound = number.group("bound") != null;
        for (BigDecimal value : values) {
            BigDecimal scaled = scale == null ? value : value.multiply(scale);
            found.add(new Figure(isNegative ? scaled.negate() : scaled, unit, isJoined || values.size() > 1, isBound));
        }
    }

    /** The last one is in a list, which is of the unit of the next as far as it has none. */
    private void join(@Nullable String unit) {
        for (int i = found.size() - 1; i >= chain; i--) {
            Figure each = found.get(i);
            if (i < found.size() - 1 && (unit == null || each.unit() != null)) {
                return;
            }
            found.set(i, new Figure(each.value(), each.unit() == null ? unit : each.unit(), true, each.isBound()));
        }
    }

    /** Returns the number that digits, points and commas are; several where they can only be a list. */
    private static List<BigDecimal> values(String digits) {
        if (THOUSANDS.matcher(digits).matches()) {
            return List.of(new BigDecimal(digits.replace(",", "")));
        }
        if (PLAIN.matcher(digits).matches()) {
            return List.of(new BigDecimal(digits));
        }
        if (DECIMAL_COMMA.matcher(digits).matches()) {
            return List.of(new BigDecimal(digits.replace(".", "").replace(',', '.')));
        }
        List<BigDecimal> list = new ArrayList<>();
        Matcher each = PLAIN.matcher(digits);
        while (each.find()) {
            list.add(new BigDecimal(each.group()));
        }
        return list;
    }
}
