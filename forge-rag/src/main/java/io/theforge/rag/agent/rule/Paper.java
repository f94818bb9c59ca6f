package io.theforge.rag.agent.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The versions of one paper, and what they say in the unit that is asked for. */
final class Paper {
    /** Its title says already what it is about. */
    static final double LEAST = 0.2;

    private final List<RuleValue> values = new ArrayList<>();

    void add(List<RuleValue> more) {
        values.addAll(more);
    }

    /** Returns how well the best of it fits what is asked for. */
    double fit() {
        return values.stream().mapToDouble(RuleValue::fit).max().orElse(0);
    }

    /** Returns what a version says; null where it is not told. */
    @Nullable
    RuleValue value(Version asked) {
        TreeMap<Integer, LocalDate> from = new TreeMap<>();
        for (RuleValue value : values) {
            if (value.version() != null && value.from() != null && !value.isReplaced()) {
                from.put(value.version(), value.from());
            }
        }
        Integer wanted = from.isEmpty() ? null : from.lastKey();
        LocalDate day = asked.day();
        if (asked.number() != null) {
            wanted = asked.number();
        } else if (day != null && wanted != null) {
            wanted = from.firstKey() - 1;
            for (var each : from.entrySet()) {
                wanted = each.getValue().isAfter(day) ? wanted : each.getKey();
            }
        }
        return wanted == null ? null : of(wanted);
    }

    private @Nullable RuleValue of(int version) {
        List<RuleValue> own = values.stream()
                .filter(value -> value.version() != null && value.version() == version)
                .toList();
        RuleValue best =
                own.stream().max(Comparator.comparingDouble(RuleValue::fit)).orElse(null);
        if (best == null || best.fit() >= LEAST) {
            return best;
        }
        // In other words than the question's: it is meant where nothing else is told in that unit
        boolean isSole =
                own.stream().map(value -> value.amount().value()).distinct().count() == 1;
        return isSole ? best : null;
    }
}
