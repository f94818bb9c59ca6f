package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Months in a row for which documents state the same measure of a subject, each in one place only. */
final class Runs {
    private static final int LEAST = 3;
    private static final int MOST = 6;

    private Runs() {}

    /** Returns the runs of each measure and kind of subject, of three to six months, by time. */
    static Map<String, List<List<Statement>>> of(Stated stated) {
        Map<String, List<List<Statement>>> all = new LinkedHashMap<>();
        stated.sole().forEach((group, statements) -> {
            if (group.endsWith(".7")
                    && !statements.get(0).fact().measure().unit().isEmpty()) {
                List<List<Statement>> runs = new ArrayList<>();
                bySubject(statements).forEach(list -> addRuns(list, runs));
                if (!runs.isEmpty()) {
                    all.put(group, runs);
                }
            }
        });
        return all;
    }

    private static Iterable<List<Statement>> bySubject(List<Statement> statements) {
        Map<String, List<Statement>> of = new LinkedHashMap<>();
        for (Statement statement : statements) {
            of.computeIfAbsent(statement.fact().subject().key(), key -> new ArrayList<>())
                    .add(statement);
        }
        return of.values();
    }

    private static void addRuns(List<Statement> statements, List<List<Statement>> runs) {
        List<Statement> byTime = statements.stream()
                .sorted(Comparator.comparing(statement -> statement.fact().period()))
                .toList();
        int from = 0;
        for (int i = 1; i <= byTime.size(); i++) {
            boolean ends = i == byTime.size()
                    || i - from == MOST
                    || !follows(byTime.get(i - 1).fact(), byTime.get(i).fact());
            if (ends) {
                if (i - from >= LEAST) {
                    runs.add(byTime.subList(from, i));
                }
                from = i;
            }
        }
    }

    private static boolean follows(Fact before, Fact after) {
        return YearMonth.parse(before.period()).plusMonths(1).equals(YearMonth.parse(after.period()));
    }
}
