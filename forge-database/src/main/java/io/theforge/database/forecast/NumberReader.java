package io.theforge.database.forecast;

import io.theforge.demand.LatentDemand;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The numbers of a file: with a decimal point or, all of them, with a decimal comma; never with both, and no thousands separators. */
final class NumberReader {
    private static final String NO_THOUSANDS = "write no thousands separators, and a decimal point";

    private final TextRows rows;
    /** The first number of either kind. */
    private @Nullable String withPoint;

    private long lineOfPoint;
    private @Nullable String withComma;
    private long lineOfComma;
    /** Whether every comma could be a thousands separator: "1,234". */
    private boolean couldBeThousands = true;

    private final boolean cuts;
    private final Examples cut = new Examples();

    /** @param cuts whether what is below 0 is taken as 0 */
    NumberReader(TextRows rows, boolean cuts) {
        this.rows = rows;
        this.cuts = cuts;
    }

    /** The number in the i-th of the columns that are read. */
    double read(String name, int i) {
        String column = rows.title(i, name);
        long line = rows.line(i);
        String text = rows.value(i);
        if (text == null) {
            throw wrong(line, column + " is empty", "leave the row out, or write how many units");
        }
        int comma = text.indexOf(',');
        int point = text.indexOf('.');
        if (comma >= 0 && (point >= 0 || text.indexOf(',', comma + 1) >= 0)
                || point >= 0 && text.indexOf('.', point + 1) >= 0) {
            throw wrong(line, column + " is " + text, NO_THOUSANDS);
        }
        if (comma >= 0) {
            couldBeThousands &= text.matches("-?[1-9]\\d{0,2},\\d{3}");
            if (withComma == null) {
                withComma = text;
                lineOfComma = line;
            }
        } else if (point >= 0 && withPoint == null) {
            withPoint = text;
            lineOfPoint = line;
        }
        double number = parsed(column, line, text.replace(',', '.'));
        if (number < 0 && cuts) {
            cut.add(String.valueOf(line));
            return 0;
        }
        if (number < 0) {
            throw wrong(line, column + " is " + text, "nothing less than 0 is sold: cut forecasts at 0");
        }
        if (number > LatentDemand.MAX_UNITS) {
            throw wrong(
                    line,
                    column + " is " + text + ", and nobody sells more than "
                            + String.format(Locale.ROOT, "%,d", LatentDemand.MAX_UNITS) + " units of a series on a day",
                    "look for a model that has run away, and leave the row out or cut it");
        }
        return number;
    }

    private double parsed(String column, long line, String text) {
        // Java takes more for a number: "0x1p3", "1d", "Infinity"
        if (isPlain(text)) {
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
        }
        throw wrong(
                line, column + " is \"" + text + "\", no finite number", "leave the row out, or write how many units");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** After the last one. @return whether the file has decimal commas */
    boolean finish() {
        if (withComma == null) {
            return false;
        }
        if (withPoint != null) {
            throw wrong(
                    Math.max(lineOfPoint, lineOfComma),
                    "there are decimal commas (" + withComma + " in " + rows.place(lineOfComma)
                            + ") and decimal points (" + withPoint + " in " + rows.place(lineOfPoint) + ")",
                    "write all numbers with a decimal point");
        }
        if (couldBeThousands) {
            throw wrong(
                    lineOfComma,
                    withComma + " can be read in two ways, as " + withComma.replace(',', '.') + " and as "
                            + withComma.replace(",", ""),
                    NO_THOUSANDS);
        }
        return true;
    }

    /** The lines of numbers below 0. */
    Examples cut() {
        return cut;
    }

    private ForecastFileException wrong(long line, String message, String remedy) {
        return new ForecastFileException(rows.place(line), message, remedy);
    }
}
