package io.theforge.rag.agent.rule;

import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.text.Amount;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says in a version.
 *
 * @param version null where its statement does not tell it
 * @param from the day from which it holds; null where that is not told
 * @param isReplaced whether its statement tells of it as what was before
 * @param fit how well the statement fits what is asked for, 0 to 1
 */
record RuleValue(
        Amount amount,
        Statement statement,
        @Nullable Integer version,
        @Nullable LocalDate from,
        boolean isReplaced,
        double fit) {}
