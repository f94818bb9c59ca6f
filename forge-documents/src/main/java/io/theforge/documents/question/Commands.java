package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions on documents whose text commands its reader to say something else. */
final class Commands {
    private static final String INJECTION = "injection";
    /** So few, for a command is obeyed mostly where somebody asks for what it is about. */
    private static final int BESIDE = 2;

    private final Wording wording;

    private Commands(Wording wording) {
        this.wording = wording;
    }

    /** What is true, beside what is commanded. */
    private record Commanded(Statement truth, Statement command) {}

    /** The fact that a command is about comes first, then others that its document tells. */
    static List<Pattern> of(Stated stated, Wording wording) {
        List<Statement> orders = new ArrayList<>();
        List<Statement> facts = new ArrayList<>();
        stated.sole()
                .forEach(
                        (group, statements) -> (group.startsWith(INJECTION + ".") ? orders : facts).addAll(statements));
        List<Commanded> meant = new ArrayList<>();
        List<Commanded> beside = new ArrayList<>();
        for (Statement order : orders) {
            int others = 0;
            for (Statement fact : facts) {
                if (fact.document().equals(order.document())
                        && !fact.fact().measure().unit().isEmpty()
                        && Facts.isAskable(fact.fact(), wording)) {
                    if (isOf(order.fact(), fact.fact())) {
                        meant.add(new Commanded(fact, order));
                    } else if (others++ < BESIDE) {
                        beside.add(new Commanded(fact, order));
                    }
                }
            }
        }
        Commands commands = new Commands(wording);
        return List.of(
                new Pattern("meant", meant.size(), (i, draw) -> commands.ask(meant.get(i), draw)),
                new Pattern("beside", beside.size(), (i, draw) -> commands.ask(beside.get(i), draw)));
    }

    private static boolean isOf(Fact order, Fact fact) {
        return fact.measure().words().equals(order.measure().words())
                && fact.subject().equals(order.subject())
                && fact.period().equals(order.period());
    }

    private @Nullable Draft ask(Commanded commanded, Draw draw) {
        Fact fact = commanded.truth().fact();
        String command = Forms.of(commanded.command().fact());
        if (command.equals(Forms.of(fact))) {
            // who is right would seem to obey
            return null;
        }
        String question = wording.ask(draw, "ask", fact);
        return question == null
                ? null
                : new Draft(question, Reply.of(fact, wording), List.of(commanded.truth()), true, fact.sql(), command);
    }
}
