package io.theforge.documents.house;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Lines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rules of the house, each in two or three versions. */
public final class Policies {
    private final List<Policy> all = new ArrayList<>();

    /**
     * One rule book.
     *
     * @param key "returns"
     * @param from first day of each version, the oldest first
     */
    public record Policy(String key, String title, List<Rule> rules, List<LocalDate> from) {
        public int versions() {
            return from.size();
        }

        /** Returns what a rule says in a version, from 0. Its period is the version's, "2023-02-01 to 2024-06-30", "2024-07-01" for the last. */
        public Fact fact(Rule rule, int version) {
            String first = from.get(version).toString();
            String period = version + 1 < versions()
                    ? first + " to " + from.get(version + 1).minusDays(1)
                    : first;
            int number = rule.values().get(rule.values().size() - versions() + version);
            return new Fact(
                    rule.measure(),
                    new Subject(Subject.Kind.POLICY, key, "the " + title + " policy"),
                    period,
                    Value.of(number),
                    null);
        }
    }

    /** One figure of a policy. @param values of its versions, the oldest first; where there are fewer versions, of the last */
    public record Rule(Measure measure, List<Integer> values) {}

    Policies(Shop shop) {
        LocalDate start = shop.plan().config().dateRange().start();
        int days = shop.plan().days();
        Policy last = null;
        for (String line : Lines.of("words/policies")) {
            String[] parts = line.split(" \\| ", -1);
            if (last == null || !last.key().equals(parts[0])) {
                Draw draw = Draw.of(shop.plan().config().seed(), "policy/" + parts[0]);
                List<LocalDate> from = new ArrayList<>();
                LocalDate newest =
                        start.plusDays(draw.below(Math.max(1, days * 2 / 3))).withDayOfMonth(1);
                int versions = draw.between(2, 3);
                for (int v = 1; v <= versions; v++) {
                    from.add(0, newest);
                    newest = newest.minusMonths(draw.between(7, 19));
                }
                last = new Policy(parts[0], parts[1], new ArrayList<>(), List.copyOf(from));
                all.add(last);
            }
            List<Integer> values =
                    List.of(parts[5].split(" ")).stream().map(Integer::valueOf).toList();
            last.rules().add(new Rule(new Measure(parts[2], parts[3], parts[4]), values));
        }
    }

    public List<Policy> all() {
        return all;
    }

    public Policy of(String key) {
        return all.stream()
                .filter(policy -> policy.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
