package io.theforge.rag.agent.rule;

import io.theforge.rag.agent.passage.About;
import io.theforge.rag.agent.passage.Library;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.question.Wanted;
import io.theforge.rag.agent.text.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers what a rule says in a version. */
public final class RuleAnswers {
    private static final int PASSAGES = 12;
    private static final double LEAST = 0.5;
    private static final double NEARLY = 0.25;
    private static final Pattern ASKED = Pattern.compile(
            "\\bpolic(?:y|ies)\\b|\\brules?\\b|\\bin force\\b|\\bas things stand\\b", Pattern.CASE_INSENSITIVE);
    /** Where a question says which version it means. */
    private static final Pattern AS = Pattern.compile(
            ",? *\\b(?:(?:under|according to|going by|by|in|as of|per) (?:(?:the )?(?:(?:latest|newest|current) )?version\\b"
                    + "|the (?:[\\p{L}-]+ ){0,8}polic|the rules?\\b|(?:[\\p{L}-]+ ){0,6}polic)|as things stand).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> OF_PAPERS = Set.of("policy", "version", "hous", "house", "rule");

    private final Library library;

    public RuleAnswers(Library library) {
        this.library = library;
    }

    /** Returns whether a question is about a rule. */
    public static boolean isAbout(String question) {
        return ASKED.matcher(question).find();
    }

    /** Returns the statement that answers and what it says; null where none does. */
    public @Nullable RuleAnswer answer(String question) {
        Matcher as = AS.matcher(question);
        String core = as.find() && as.start() > 0 ? question.substring(0, as.start()) : question;
        Wanted wanted = Wanted.in(core);
        RuleReader reader = new RuleReader(Terms.of(core), wanted);
        Set<String> asked = Terms.of(question);
        Map<String, Paper> papers = new LinkedHashMap<>();
        List<RuleValue> others = new ArrayList<>();
        Set<String> sources = new HashSet<>();
        List<Statement> all = new ArrayList<>(library.find(question, PASSAGES));
        all.addAll(library.find(core, PASSAGES));
        for (Statement found : all) {
            About about = library.about(found);
            boolean isPaper = about.fields().containsKey("effective");
            if (!isPaper) {
                others.addAll(reader.read(found, about));
            } else if (sources.add(found.passage().sourceId()) && isOfTitle(about, asked, question)) {
                Paper paper = papers.computeIfAbsent(title(about).toString(), title -> new Paper());
                library.rest(found).forEach(statement -> paper.add(reader.read(statement, about)));
            }
        }
        others.removeIf(value -> value.fit() < LEAST);
        Version version = Version.in(question);
        Paper paper = papers.values().stream()
                .max(Comparator.comparingDouble(Paper::fit))
                .filter(best -> best.fit() >= Paper.LEAST)
                .orElse(null);
        RuleValue best = paper == null ? null : paper.value(version);
        if (best == null && version.number() == null) {
            best = dated(others, version.day() == null ? LocalDate.MAX : version.day());
        }
        return best == null ? null : new RuleAnswer(best.amount(), best.statement());
    }

    static Set<String> title(About about) {
        Set<String> title = new TreeSet<>(Terms.of(about.title()));
        title.removeAll(OF_PAPERS);
        return title;
    }

    /** A paper is meant when the question has the words of its title, or names no title at all. */
    private static boolean isOfTitle(About about, Set<String> asked, String question) {
        boolean namesTitle =
                Pattern.compile("[\\p{Lu}][\\p{L}-]+ policy").matcher(question).find();
        return !namesTitle || asked.containsAll(title(about));
    }

    /** Returns what is told with a day from which it holds: the last one before a day, or what was before the first. */
    private static @Nullable RuleValue dated(List<RuleValue> values, LocalDate day) {
        List<RuleValue> dated =
                values.stream().filter(value -> value.from() != null).toList();
        double fit = dated.stream().mapToDouble(RuleValue::fit).max().orElse(0);
        RuleValue best = dated.stream()
                .filter(value -> !value.isReplaced() && value.fit() >= fit - NEARLY)
                .filter(value -> !Objects.requireNonNull(value.from()).isAfter(day))
                .max(Comparator.comparing(value -> Objects.requireNonNull(value.from())))
                .orElse(null);
        return best != null
                ? best
                : dated.stream()
                        .filter(value -> value.isReplaced()
                                && Objects.requireNonNull(value.from()).isAfter(day))
                        .max(Comparator.comparingDouble(RuleValue::fit))
                        .orElse(null);
    }
}
