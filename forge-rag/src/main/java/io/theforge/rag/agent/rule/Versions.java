package io.theforge.rag.agent.rule;

import io.theforge.rag.agent.passage.About;
import io.theforge.rag.agent.passage.Library;
import io.theforge.rag.agent.passage.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Of papers that have versions, what is said in the one that is meant: the newest, where a question names none. */
public final class Versions {
    private static final int PASSAGES = 12;

    private final Library library;
    private final Version asked;

    public Versions(Library library, String question) {
        this.library = library;
        asked = Version.in(question);
    }

    /** Returns the statements without those of other versions, and with all of the version that is meant in their place. */
    public List<Statement> meant(List<Statement> statements) {
        List<Statement> meant = new ArrayList<>();
        Map<Set<String>, @Nullable Statement> versions = new HashMap<>();
        Set<String> added = new HashSet<>();
        for (Statement statement : statements) {
            About about = library.about(statement);
            if (RuleReader.number(about) == null) {
                meant.add(statement);
                continue;
            }
            Set<String> title = RuleAnswers.title(about);
            if (!versions.containsKey(title)) {
                versions.put(title, version(statement, statements));
            }
            Statement version = versions.get(title);
            if (version != null && added.add(version.passage().sourceId())) {
                meant.addAll(library.rest(version));
            }
        }
        return meant;
    }

    /** Returns a statement of the version that is meant; null where it is not there. */
    private @Nullable Statement version(Statement of, List<Statement> found) {
        Set<String> title = RuleAnswers.title(library.about(of));
        List<Statement> all = new ArrayList<>(found);
        all.addAll(library.find(library.about(of).title(), PASSAGES));
        return all.stream()
                .filter(statement -> RuleReader.number(library.about(statement)) != null)
                .filter(statement -> RuleAnswers.title(library.about(statement)).equals(title))
                .filter(statement -> mayBe(library.about(statement)))
                .max(Comparator.comparing(
                        statement -> Objects.requireNonNull(RuleReader.number(library.about(statement)))))
                .orElse(null);
    }

    private boolean mayBe(About about) {
        if (asked.number() != null) {
            return asked.number().equals(RuleReader.number(about));
        }
        LocalDate day = asked.day();
        LocalDate from = about.day("effective");
        return day == null ? !about.fields().containsKey("superseded_by") : from != null && !from.isAfter(day);
    }
}
