package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.passage.About;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Catalog.Store;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.text.Dates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a statement is about what is asked for. */
final class Fit {
    private static final int SAID = 3;
    private static final int ABOVE = 2;
    private static final int SOON_DAYS = 32;
    private static final Pattern BEFORE = Pattern.compile(
            "\\b(?:month before|(?:last|previous|earlier|prior) (?:month|figure)|month earlier|last month's|previous month's|the previous)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY_BEFORE = Pattern.compile(
            "\\bday before\\b|\\b(?:previous|last) day\\b|\\bday earlier\\b|\\bhours earlier\\b|\\bday ahead\\b|\\bthe eve\\b|\\byesterday\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_AFTER = Pattern.compile(
            "\\bday after\\b|\\b(?:following|next) day\\b|\\bday later\\b|\\ba day on\\b", Pattern.CASE_INSENSITIVE);

    private Fit() {}

    /**
     * Returns more than 0 where it is about a scope, less where it is about another, 0 where that is not said.
     *
     * @param isLoose whether it may tell of more than the scope has
     */
    static int subject(Scope scope, Mentions said, Mentions above, boolean isLoose) {
        List<String> stores = said.stores().stream().map(Store::code).toList();
        List<String> products = said.products().stream().map(Product::sku).toList();
        boolean isOfOther =
                scope.store() == null && stores.isEmpty() && !above.stores().isEmpty()
                        || scope.sku() == null
                                && products.isEmpty()
                                && !above.products().isEmpty();
        if (!isLoose && isOfOther) {
            return -1;
        }
        int sum = 1;
        boolean isMissing = false;
        int[] each = {
            one(scope.store(), stores, above.stores().stream().map(Store::code).toList(), isLoose),
            one(
                    scope.sku(),
                    products,
                    above.products().stream().map(Product::sku).toList(),
                    isLoose),
            one(scope.category(), said.categories(), above.categories(), isLoose),
            one(scope.region(), said.regions(), above.regions(), isLoose)
        };
        @Nullable String[] wanted = {scope.store(), scope.sku(), scope.category(), scope.region()};
        for (int i = 0; i < each.length; i++) {
            if (each[i] < 0) {
                return -1;
            }
            isMissing |= wanted[i] != null && each[i] == 0;
            sum += each[i];
        }
        return isMissing ? 0 : sum;
    }

    private static int one(@Nullable String wanted, List<String> said, List<String> above, boolean isLoose) {
        if (wanted == null) {
            return said.isEmpty() || isLoose ? 0 : -1;
        }
        if (said.contains(wanted)) {
            return SAID;
        }
        return said.isEmpty() && above.contains(wanted) ? ABOVE : said.isEmpty() ? 0 : -1;
    }

    /** Returns likewise for a period; 1 where none is wanted. */
    static int period(@Nullable Period period, Statement statement, Mentions said, About about) {
        if (period == null) {
            return 1;
        }
        boolean tellsOfBefore = BEFORE.matcher(statement.text()).find();
        if (said.dates().stream().anyMatch(date -> isIn(period, date))) {
            return SAID;
        }
        YearMonth month = about.month();
        if (!said.dates().isEmpty()) {
            return period.isDay() && said.dates().stream().anyMatch(date -> isSoonAfter(period, date)) ? 1 : -1;
        }
        LocalDate next = period.isDay() ? beside(period.from(), statement.text()) : null;
        if (next != null) {
            return Dates.in(about.title()).stream().anyMatch(date -> date.key().equals(next.toString())) ? ABOVE : -1;
        }
        if (!period.isMonth()) {
            return Dates.in(about.text()).stream().anyMatch(date -> isIn(period, date)) ? ABOVE : 0;
        }
        YearMonth wanted = YearMonth.from(period.from());
        if (month == null) {
            return Dates.in(statement.heading()).stream().anyMatch(date -> isIn(period, date)) ? ABOVE : -1;
        }
        return month.equals(tellsOfBefore ? wanted.plusMonths(1) : wanted) ? ABOVE : -1;
    }

    /** Returns the day that a document has to be about whose statement tells of the day before or after it; null for others. */
    private static @Nullable LocalDate beside(LocalDate day, String text) {
        return DAY_BEFORE.matcher(text).find()
                ? day.plusDays(1)
                : DAY_AFTER.matcher(text).find() ? day.minusDays(1) : null;
    }

    /** A change tells what was before it too. */
    private static boolean isSoonAfter(Period period, Dates.Named date) {
        return date.isDay()
                && date.day().isAfter(period.from())
                && date.day().isBefore(period.from().plusDays(SOON_DAYS));
    }

    private static boolean isIn(Period period, Dates.Named date) {
        if (period.isDay()) {
            return date.isDay() && date.day().equals(period.from());
        }
        if (period.isMonth()) {
            return date.isMonth() && date.month().equals(YearMonth.from(period.from()));
        }
        return period.isYear()
                && date.isYear()
                && date.key().equals(Integer.toString(period.from().getYear()));
    }
}
