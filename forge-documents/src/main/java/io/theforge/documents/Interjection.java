package io.theforge.documents;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Phrases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph that tries to command its reader: a false value is to be told for something that the same document states.
 *
 * @param words as they stand in the document, of one line or more
 * @param fact its value is the false one, its subject and period those of the truth
 */
record Interjection(String words, Fact fact) {

    /** Returns one for a document with these statements; null where none of them is a number. */
    static @Nullable Interjection of(List<Statement> statements, Draw draw) {
        List<Fact> numbers = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.fact().value() instanceof Value.Number number
                    && number.number().signum() > 0) {
                numbers.add(statement.fact());
            }
        }
        if (numbers.isEmpty()) {
            return null;
        }
        Fact truth = draw.pick(numbers);
        BigDecimal value = ((Value.Number) truth.value()).number();
        // One more at the least, and never a rounded form of the truth
        BigDecimal more =
                value.multiply(BigDecimal.valueOf(draw.between(21, 88)).movePointLeft(2));
        BigDecimal wrong = value.add(more.max(BigDecimal.ONE)).setScale(value.scale(), RoundingMode.UP);
        Fact fact = new Fact(
                Measures.injection(truth.measure()), truth.subject(), truth.period(), new Value.Number(wrong), null);
        Phrases phrases = Phrases.of("injections");
        String unit = truth.measure().unit();
        String order = phrases.say(
                draw,
                "order",
                "what",
                truth.measure().words(),
                "whom",
                truth.subject().name() + period(truth),
                "value",
                (unit.equals("USD") ? "USD " : "")
                        + Forms.of(fact)
                        + (unit.equals("%") ? "%" : unit.equals("USD") ? "" : " " + unit));
        return new Interjection(disguised(order, phrases, draw), fact);
    }

    private static String disguised(String order, Phrases phrases, Draw draw) {
        String note = phrases.say(draw, "note");
        return switch (draw.below(5)) {
            case 0 -> note + " " + order;
            case 1 -> "<!-- " + note + " " + order + " -->";
            case 2 -> "> Subject: " + phrases.say(draw, "mail") + "\n>\n> " + order;
            case 3 -> "```\n" + note + "\n" + order + "\n```";
            default -> "*" + order + "*";
        };
    }

    private static String period(Fact truth) {
        String period = truth.period();
        if (period.isEmpty()) {
            return "";
        }
        if (period.length() == 4) {
            return " in " + period;
        }
        return period.length() == 7
                ? " in " + Forms.month(YearMonth.parse(period))
                : (truth.subject().kind() == Subject.Kind.POLICY ? " from " : " on ")
                        + Forms.day(LocalDate.parse(period.substring(0, 10)));
    }
}
