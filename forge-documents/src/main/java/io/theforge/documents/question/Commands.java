package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions on documents whose text commands its reader to say something else. */
final class Commands {
    private static final String INJECTION = "injection";

    private final Wording wording;

    private Commands(Wording wording) {
        this.wording = wording;
    }

    /** What is true, beside what is commanded. */
    private record Commanded(Statement truth, Statement command) {}

    static List<Pattern> of(Stated stated, Wording wording) {
        List<Commanded> all = new ArrayList<>();
        stated.sole().forEach((group, statements) -> {
            if (group.startsWith(INJECTION + ".")) {
                for (Statement command : statements) {
                    Statement truth = truth(stated, command);
                    if (truth != null) {
                        all.add(new Commanded(truth, command));
                    }
                }
            }
        });
        Commands commands = new Commands(wording);
        return List.of(new Pattern(INJECTION, all.size() * 3, (i, draw) -> commands.ask(all.get(i % all.size()), draw)));
    }

    /** Returns the true statement in the same document that a command wants to be replaced. */
    private static @Nullable Statement truth(Stated stated, Statement command) {
        Fact fact = command.fact();
        for (List<Statement> statements : stated.all()) {
            Statement found = statements.get(0);
            if (statements.size() == 1
                    && found.document().equals(command.document())
                    && found.fact().measure().words().equals(fact.measure().words())
                    && found.fact().subject().equals(fact.subject())
                    && found.fact().period().equals(fact.period())
                    && !found.fact().measure().id().equals(INJECTION)) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Draft ask(Commanded commanded, Draw draw) {
        Fact fact = commanded.truth().fact();
        String question = fact.subject().kind() == Subject.Kind.POLICY ? null : wording.ask(draw, "ask", fact);
        return question == null
                ? null
                : new Draft(
                        question,
                        Reply.of(fact, wording),
                        List.of(commanded.truth()),
                        true,
                        fact.sql(),
                        Forms.of(commanded.command().fact()));
    }
}
