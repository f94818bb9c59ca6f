package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.text.Draw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts of one measure that can be held against each other. */
final class Pairs {
    private Pairs() {}

    /** Returns the facts that have a partner, by a common key, with their partners. */
    static List<List<Statement>> alike(List<Statement> statements, Function<Fact, String> common) {
        Map<String, List<Statement>> groups = new LinkedHashMap<>();
        for (Statement statement : statements) {
            groups.computeIfAbsent(common.apply(statement.fact()), key -> new ArrayList<>())
                    .add(statement);
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    /** Returns two of a group that differ in their values; null where draws find none. */
    static @Nullable List<Statement> two(List<Statement> group, Draw draw) {
        int first = draw.below(group.size());
        int second = (first + 1 + draw.below(group.size() - 1)) % group.size();
        Statement a = group.get(first);
        Statement b = group.get(second);
        return a.fact().value().equals(b.fact().value()) ? null : List.of(a, b);
    }

    /** Returns what subjects must have in common besides measure and period: parts of stores the same part. */
    static String peers(Fact fact) {
        boolean isPart = fact.subject().kind() == Subject.Kind.STORE_CATEGORY;
        return fact.period() + "|"
                + (isPart ? fact.subject().key().substring(fact.subject().key().indexOf('/')) : "");
    }
}
