package io.theforge.rag.agent.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a question about figures is understood.
 *
 * @param plan null where it is not clear
 * @param unclear what has to be named: "product", "store", "month"; null where it is clear
 * @param choices what it could be
 */
public record Reading(@Nullable Plan plan, @Nullable String unclear, List<String> choices) {
    static Reading of(Plan plan) {
        return new Reading(plan, null, List.of());
    }

    static Reading unclear(String what, List<String> choices) {
        return new Reading(null, what, choices);
    }
}
