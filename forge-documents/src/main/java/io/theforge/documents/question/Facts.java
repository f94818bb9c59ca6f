package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Questions for what a document states, in a sentence or in a table. */
final class Facts {
    /** What stands at other places too without being told there: in signatures, in names. */
    private static final Set<String> TOLD_ELSEWHERE =
            Set.of(Measures.MANAGER.id(), Measures.CITY.id(), Measures.BRAND.id());

    private Facts() {}

    static List<Pattern> of(Stated stated, Wording wording, boolean inTable) {
        List<Pattern> patterns = new ArrayList<>();
        stated.sole().forEach((group, all) -> {
            Fact first = all.get(0).fact();
            if (!isAskable(first, wording)) {
                return;
            }
            List<Statement> statements = all.stream()
                    .filter(statement -> statement.inTable() == inTable)
                    .toList();
            patterns.add(new Pattern(group, statements.size(), (i, draw) -> {
                Statement statement = statements.get(i);
                Fact fact = statement.fact();
                String question = wording.ask(draw, "ask", fact);
                return question == null
                        ? null
                        : new Draft(question, Reply.of(fact, wording), List.of(statement), false, fact.sql());
            }));
        });
        return patterns;
    }

    /** Returns whether a fact can be asked for by itself. Rules are asked for by their versions. */
    static boolean isAskable(Fact fact, Wording wording) {
        return fact.subject().kind() != Subject.Kind.POLICY
                && !TOLD_ELSEWHERE.contains(fact.measure().id())
                && wording.has("ask", fact);
    }
}
