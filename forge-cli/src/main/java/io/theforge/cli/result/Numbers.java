package io.theforge.cli.result;

import java.util.Locale;

/** Figures as people read them, the same in every locale. */
public final class Numbers {
    private Numbers() {}

    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 row", "2 rows". */
    public static String rows(long number) {
        return counted(number, "row");
    }

    /** "1 day", "2 days". */
    public static String counted(long number, String thing) {
        return whole(number) + " " + thing + (number == 1 ? "" : "s");
    }

    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 100 ? "%.2f s" : "%,.0f s", seconds);
    }

    public static String mebibytes(long bytes) {
        return whole(Math.round(bytes / 1048576.0)) + " MiB";
    }
}
