package io.theforge.spark.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;

/** The tallies of this driver, by number: an option of a read is a text, and cannot hold one. */
public final class Tallies {
    private static final Map<Long, Tally> TALLIES = new ConcurrentHashMap<>();

    private Tallies() {}

    /** Returns a new one. */
    public static Tally register(SparkContext spark, String table) {
        Tally tally = new Tally();
        spark.register(tally, "rows of " + table);
        TALLIES.put(tally.id(), tally);
        return tally;
    }

    static Tally of(long number) {
        Tally tally = TALLIES.get(number);
        if (tally == null) {
            throw new IllegalArgumentException("option tally is for the job alone");
        }
        return tally;
    }

    /** Forgets one that has done its work. */
    public static void release(Tally tally) {
        TALLIES.remove(tally.id());
    }
}
