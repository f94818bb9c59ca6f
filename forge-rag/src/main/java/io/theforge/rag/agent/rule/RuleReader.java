package io.theforge.rag.agent.rule;

import io.theforge.rag.agent.passage.About;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.question.Wanted;
import io.theforge.rag.agent.text.Amount;
import io.theforge.rag.agent.text.Amounts;
import io.theforge.rag.agent.text.Dates;
import io.theforge.rag.agent.text.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a statement says of a rule: in the version that its document is, in the one before, or from a day on. */
final class RuleReader {
    /** What stands above a statement counts less. */
    private static final double HEADING = 0.7;

    private static final double OF_TITLE = 0.6;

    private static final Pattern OLD = Pattern.compile(
            "\\b(?:previously|until now|formerly|before it was|not|from)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OLD_AFTER = Pattern.compile("^\\s*before that\\b", Pattern.CASE_INSENSITIVE);

    private final Set<String> terms;
    private final Wanted wanted;

    RuleReader(Set<String> terms, Wanted wanted) {
        this.terms = terms;
        this.wanted = wanted;
    }

    List<RuleValue> read(Statement statement, About about) {
        List<Amount> amounts = wanted.of(Amounts.in(statement.text()));
        if (amounts.isEmpty() || amounts.size() > 2) {
            return List.of();
        }
        double fit = fit(statement, about);
        Integer version = number(about);
        LocalDate from = from(statement, about, version);
        List<RuleValue> values = new ArrayList<>();
        for (Amount amount : amounts) {
            boolean isOld = amounts.size() == 2 && isOld(statement.text(), amount);
            Integer of = version == null ? null : isOld ? (Integer) (version - 1) : version;
            values.add(new RuleValue(amount, statement, of, from, isOld, fit));
        }
        return values;
    }

    private static boolean isOld(String text, Amount amount) {
        return OLD.matcher(text.substring(0, amount.start())).find()
                || OLD_AFTER.matcher(text.substring(amount.end())).find();
    }

    private static @Nullable LocalDate from(Statement statement, About about, @Nullable Integer version) {
        if (version != null) {
            LocalDate effective = about.day("effective");
            return effective != null ? effective : about.day("date");
        }
        List<Dates.Named> days =
                Dates.in(statement.text()).stream().filter(Dates.Named::isDay).toList();
        return days.isEmpty() ? about.day("date") : days.get(0).day();
    }

    static @Nullable Integer number(About about) {
        String version = about.fields().getOrDefault("version", "");
        return version.matches("\\d{1,4}") && about.fields().containsKey("effective") ? Integer.valueOf(version) : null;
    }

    /** How many of the words that are asked with it has; those in the title of its paper do not tell its rules apart. */
    private double fit(Statement statement, About about) {
        Set<String> said = Terms.of(statement.text());
        Set<String> above = Terms.of(statement.heading());
        double all = share(terms, said, above);
        Set<String> own = new HashSet<>(terms);
        if (number(about) != null) {
            own.removeAll(Terms.of(about.title()));
        }
        return own.isEmpty() || own.size() == terms.size() ? all : Math.max(OF_TITLE * all, share(own, said, above));
    }

    private static double share(Set<String> of, Set<String> said, Set<String> above) {
        double sum = 0;
        for (String term : of) {
            sum += said.contains(term) ? 1 : above.contains(term) ? HEADING : 0;
        }
        return of.isEmpty() ? 0 : sum / of.size();
    }
}
