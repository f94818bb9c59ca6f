package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.plain.Evidence.Stated;
import io.theforge.rag.agent.question.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers questions about figures: what tables tell is looked up in the documents too, so that it can be read there. */
final class FigureAnswers {
    private final Evidence evidence;

    FigureAnswers(Evidence evidence) {
        this.evidence = evidence;
    }

    /** @param known what the tables have for each need, null where they have nothing; empty without tables */
    Answer answer(Plan plan, List<@Nullable BigDecimal> known) {
        List<BigDecimal> values = new ArrayList<>();
        List<Statement> rests = new ArrayList<>();
        for (int i = 0; i < plan.needs().size(); i++) {
            BigDecimal value = known.isEmpty() ? null : known.get(i);
            Stated stated = evidence.find(plan.needs().get(i), value);
            if (stated != null) {
                rests.add(stated.statement());
            }
            if (value != null) {
                values.add(value);
            } else if (stated != null) {
                values.add(stated.value());
            } else {
                return Answer.unknown();
            }
        }
        String answer = Arithmetic.answer(plan, values);
        if (answer == null) {
            return new Answer("It cannot be told: the figures are the same.", rests);
        }
        return RowAnswers.said(answer, rests);
    }
}
