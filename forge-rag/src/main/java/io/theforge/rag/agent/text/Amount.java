package io.theforge.rag.agent.text;

import java.math.BigDecimal;

/**
 * A number in a text.
 *
 * @param end behind its last char, unit included
 * @param unit "USD", "%", "time" for a time of day, a word such as "days"; empty where none is known
 */
public record Amount(int start, int end, BigDecimal value, String unit) {

    /** Whether it may be of a unit: it is, or has none. */
    public boolean fits(String other) {
        return unit.isEmpty() ? !other.equals("%") && !other.equals("time") : unit.equals(other);
    }

    public boolean is(BigDecimal other) {
        return value.compareTo(other) == 0;
    }
}
