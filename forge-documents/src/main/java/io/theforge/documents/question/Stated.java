package io.theforge.documents.question;

import io.theforge.documents.Document;
import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What documents state, in their order, and what of it is stated in one place only. */
final class Stated {
    private final Map<String, List<Statement>> byFact = new LinkedHashMap<>();
    private final Map<String, Set<String>> near = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, List<Statement>> sole = new LinkedHashMap<>();

    Stated(List<Document> documents) {
        for (Document document : documents) {
            for (Statement statement : document.statements()) {
                byFact.computeIfAbsent(key(statement.fact()), key -> new ArrayList<>())
                        .add(statement);
            }
        }
        byFact.forEach((key, statements) -> {
            for (Statement statement : statements) {
                near.computeIfAbsent(place(statement), place -> new HashSet<>()).add(key);
            }
            Fact fact = statements.get(0).fact();
            told.add(fact.subject().kind() + "|" + fact.subject().key());
            told.add(fact.measure().id());
            if (statements.size() == 1) {
                sole.computeIfAbsent(group(fact), group -> new ArrayList<>()).add(statements.get(0));
            }
        });
    }

    /** Returns what makes two facts the same. */
    static String key(Fact fact) {
        return key(fact.measure().id(), fact.subject(), fact.period());
    }

    static String key(String measure, Subject subject, String period) {
        return measure + "|" + subject.kind() + "|" + subject.key() + "|" + period;
    }

    /** Returns whether any document states it. */
    boolean has(String key) {
        return byFact.containsKey(key);
    }

    /** Returns the statements of a fact; none where no document states it. */
    List<Statement> of(String key) {
        return byFact.getOrDefault(key, List.of());
    }

    /** Returns the only statement of a fact; null where there is none or there are several. */
    @Nullable
    Statement only(String key) {
        List<Statement> statements = of(key);
        return statements.size() == 1 ? statements.get(0) : null;
    }

    @Nullable
    Statement only(Measure measure, Subject subject, String period) {
        return only(key(measure.id(), subject, period));
    }

    /** Returns whether any document states anything of a subject. */
    boolean tellsOf(Subject subject) {
        return told.contains(subject.kind() + "|" + subject.key());
    }

    /** Returns whether any document states a measure of anything. */
    boolean tellsOf(Measure measure) {
        return told.contains(measure.id());
    }

    /** Returns all statements of all facts. */
    Iterable<List<Statement>> all() {
        return byFact.values();
    }

    /** Returns the facts that are stated in one place only, by measure, kind of subject, and length of the period. */
    Map<String, List<Statement>> sole() {
        return sole;
    }

    /** Returns whether the same document states the same measure of something else, or of another time; any document another version. */
    boolean hasNearMiss(Statement statement) {
        boolean isRule = statement.fact().subject().kind() == Subject.Kind.POLICY;
        return isRule || near.getOrDefault(place(statement), Set.of()).size() > 1;
    }

    private static String place(Statement statement) {
        return statement.document() + "|" + statement.fact().measure().id();
    }

    static String group(Fact fact) {
        return fact.measure().id() + "." + fact.subject().kind() + "."
                + fact.period().length();
    }
}
