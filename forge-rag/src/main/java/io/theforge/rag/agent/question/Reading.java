package io.theforge.rag.agent.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a question about figures is understood.
 *
 * @param plan null where it is not clear
 * @param unclear what has to be named: "product", "store", "month", {@link #FIGURES}; null where it is clear
 * @param choices what it could be
 */
public record Reading(@Nullable Plan plan, @Nullable String unclear, List<String> choices) {
    /** What is unclear where a question asks for too many at once. */
    public static final String FIGURES = "figures";

    static Reading of(Plan plan) {
        return new Reading(plan, null, List.of());
    }

    /** More figures than can be looked up for one answer. */
    static Reading tooMany() {
        return new Reading(null, FIGURES, List.of());
    }

    static Reading unclear(String what, List<String> choices) {
        return new Reading(null, what, choices);
    }
}
