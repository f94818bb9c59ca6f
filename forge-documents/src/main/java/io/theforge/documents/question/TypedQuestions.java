package io.theforge.documents.question;

import io.theforge.documents.kind.Spread;
import io.theforge.documents.text.Draw;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The questions of one type, one after another: its ways to ask take turns. */
final class TypedQuestions {
    private final String type;
    private final long seed;
    private final List<Pattern> patterns;
    private final int[] tried;
    private int turn;

    TypedQuestions(String type, long seed, List<Pattern> patterns) {
        this.type = type;
        this.seed = seed;
        this.patterns = patterns.stream().filter(pattern -> pattern.size() > 0).toList();
        tried = new int[this.patterns.size()];
    }

    String type() {
        return type;
    }

    /** Returns the next question that was not asked before; null where there is none. @param asked in words; the new one is added */
    @Nullable
    Draft next(Set<String> asked) {
        for (int barren = 0; barren < patterns.size(); barren++) {
            int p = turn++ % patterns.size();
            Pattern pattern = patterns.get(p);
            Spread order = Spread.of(pattern.size(), draw(pattern.name()).below(pattern.size()));
            while (tried[p] < pattern.size()) {
                int i = order.at(tried[p]++);
                Draft draft = pattern.maker().of(i, draw(pattern.name() + "/" + i));
                if (draft != null && asked.add(draft.question())) {
                    return draft;
                }
            }
        }
        return null;
    }

    private Draw draw(String about) {
        return Draw.of(seed, "question/" + type + "/" + about);
    }
}
