package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.passage.About;
import io.theforge.rag.agent.passage.Library;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.question.Need;
import io.theforge.rag.agent.question.Topic;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Catalog.Store;
import io.theforge.rag.agent.text.Amount;
import io.theforge.rag.agent.text.Amounts;
import io.theforge.rag.agent.text.Dates;
import io.theforge.rag.agent.text.Forms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks for the statement that tells a figure. */
final class Evidence {
    private static final int PASSAGES = 10;
    private static final int FEW = 5;
    /** Larger ones are hardly anywhere by chance. */
    private static final BigDecimal LARGE = new BigDecimal(1000);

    private final Library library;
    private final Catalog catalog;

    Evidence(Library library, Catalog catalog) {
        this.library = library;
        this.catalog = catalog;
    }

    /** A figure and where it is stated. */
    record Stated(BigDecimal value, Statement statement) {}

    /** Returns where a figure is stated. @param known from the tables; null where only documents can tell @return null where it is not */
    @Nullable
    Stated find(Need need, @Nullable BigDecimal known) {
        String words = subject(need) + " " + need.topic().words() + " "
                + (need.period() == null ? "" : need.period().words());
        boolean isLarge = known != null && known.compareTo(LARGE) >= 0;
        String value = known == null ? "" : Forms.money(known);
        Stated best = best(need, known, library.find((value + " " + words).strip(), PASSAGES));
        return best == null && isLarge ? best(need, known, library.find(value, FEW)) : best;
    }

    private @Nullable Stated best(Need need, @Nullable BigDecimal known, List<Statement> statements) {
        Stated best = null;
        int most = 0;
        for (Statement statement : statements) {
            Amount amount = amount(need.topic(), statement, known);
            if (amount == null) {
                continue;
            }
            int score = score(need, statement, known != null && known.compareTo(LARGE) >= 0);
            if (score > most) {
                most = score;
                best = new Stated(amount.value(), statement);
            }
        }
        return best;
    }

    /** Returns the statement that a clue leads to; null where there is none. */
    @Nullable
    Statement find(Clue clue) {
        Statement best = null;
        int most = 0;
        for (Statement statement : library.find(clue.query(), PASSAGES)) {
            String small = statement.text().toLowerCase(Locale.ROOT);
            Mentions said = Mentions.in(statement.text(), catalog);
            boolean hasAll =
                    said.dates().stream().map(Dates.Named::key).toList().containsAll(clue.dates())
                            && clue.words().stream().allMatch(word -> small.contains(word.toLowerCase(Locale.ROOT)));
            if (hasAll) {
                About about = library.about(statement);
                int score = Fit.subject(
                        clue.scope(), said, Mentions.in(about.text() + "\n" + statement.heading(), catalog), true);
                score += score > 0 ? hints(clue, small) : 0;
                if (score > most) {
                    most = score;
                    best = statement;
                }
            }
        }
        return best;
    }

    private static int hints(Clue clue, String small) {
        return (int) clue.hints().stream()
                .filter(hint -> small.contains(hint.toLowerCase(Locale.ROOT)))
                .count();
    }

    private String subject(Need need) {
        Store store =
                need.scope().store() == null ? null : catalog.store(need.scope().store());
        Product product =
                need.scope().sku() == null ? null : catalog.product(need.scope().sku());
        return (store == null ? "" : store.words() + " ")
                + (product == null ? "" : product.words() + " ")
                + (need.scope().category() == null ? "" : need.scope().category() + " category ")
                + (need.scope().region() == null ? "" : need.scope().region() + " region ");
    }

    private static @Nullable Amount amount(Topic topic, Statement statement, @Nullable BigDecimal known) {
        List<Amount> amounts = Amounts.in(statement.text());
        if (known != null) {
            return amounts.stream()
                    .filter(amount -> amount.is(known) && amount.fits(topic.unit()))
                    .findFirst()
                    .orElse(null);
        }
        if (statement.isRow()) {
            return inColumn(topic, statement);
        }
        return topic.mayBeStatedIn(statement.text())
                ? amounts.stream()
                        .filter(amount -> amount.fits(topic.unit()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static @Nullable Amount inColumn(Topic topic, Statement row) {
        for (int i = 0; i < row.cells().size() && i < row.header().size(); i++) {
            if (topic.mayBeStatedIn(row.header().get(i))) {
                List<Amount> amounts = Amounts.in(row.cells().get(i));
                if (amounts.size() == 1) {
                    return amounts.get(0);
                }
            }
        }
        return null;
    }

    /** Returns how well a statement fits; 0 where it tells of something else. */
    private int score(Need need, Statement statement, boolean isLarge) {
        About about = library.about(statement);
        Mentions said = Mentions.in(statement.text(), catalog);
        int subject =
                Fit.subject(need.scope(), said, Mentions.in(about.text() + "\n" + statement.heading(), catalog), false);
        int period = Fit.period(need.period(), statement, said, about);
        boolean tells = need.topic().mayBeStatedIn(String.join(" ", statement.header()) + " " + statement.text());
        int score = Math.max(subject, 0) + Math.max(period, 0) + (tells ? 2 : 0);
        if (isLarge) {
            return Math.max(1, 2 * score - (subject < 0 ? 4 : 0) - (period < 0 ? 4 : 0));
        }
        return subject <= 0 || period < 0 || !tells ? 0 : score;
    }
}
