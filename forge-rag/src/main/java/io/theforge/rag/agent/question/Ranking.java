package io.theforge.rag.agent.question;

import io.theforge.rag.agent.table.FigureQuery;
import io.theforge.rag.agent.table.Grouping;
import io.theforge.rag.agent.table.Metric;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.text.Dates;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which stores, products, categories, regions or months are ahead. @param isHighest whether the largest are meant @param count how many */
public record Ranking(FigureQuery query, boolean isHighest, int count) {
    private static final Pattern KIND = Pattern.compile(
            "\\b(?:which|what|top(?: (\\d{1,2}))?|best|worst|the (\\d{1,2}) (?:best|top|largest))\\W+(?:was the |were the |is the |(?:\\w+ ){0,2})?"
                    + "(stores?|shops?|products?|articles?|items?|categor(?:y|ies)|regions?|months?)\\b");
    private static final Pattern MOST = Pattern.compile("\\b(?:most|highest|strongest|best|largest|biggest|top)\\b");
    private static final Pattern LEAST = Pattern.compile("\\b(?:fewest|lowest|weakest|least|smallest|worst)\\b");
    private static final int MOST_NAMED = 20;

    /** Reads a question; null where it asks for something else. */
    public static @Nullable Ranking read(Mentions named) {
        String rest = named.rest();
        Matcher kind = KIND.matcher(rest);
        boolean isHighest = MOST.matcher(rest).find();
        if (!kind.find() || !isHighest && !LEAST.matcher(rest).find() || !Vocabulary.isAllKnown(rest)) {
            return null;
        }
        Metric metric = null;
        for (Topic topic : Topic.values()) {
            if (topic.isAskedIn(rest)) {
                metric = topic.metric();
                break;
            }
        }
        Period period = period(named.dates());
        Grouping grouping = grouping(kind.group(3));
        if (metric == null || period == null || isNamed(grouping, named)) {
            return null;
        }
        Scope scope = new Scope(
                named.stores().isEmpty() ? null : named.stores().get(0).code(),
                named.products().isEmpty() ? null : named.products().get(0).sku(),
                first(named.categories()),
                first(named.regions()));
        String count = kind.group(1) != null ? kind.group(1) : kind.group(2) != null ? kind.group(2) : "1";
        return new Ranking(
                new FigureQuery(metric, scope, period, grouping),
                isHighest,
                Math.min(MOST_NAMED, Math.max(1, Integer.parseInt(count))));
    }

    private static @Nullable Period period(List<Dates.Named> dates) {
        if (dates.size() == 1) {
            return Planner.period(dates.get(0));
        }
        return dates.size() == 2
                ? new Period(
                        Planner.period(dates.get(0)).from(),
                        Planner.period(dates.get(1)).to())
                : null;
    }

    private static Grouping grouping(String word) {
        return switch (word.charAt(0)) {
            case 's' -> Grouping.STORE;
            case 'c' -> Grouping.CATEGORY;
            case 'r' -> Grouping.REGION;
            case 'm' -> Grouping.MONTH;
            default -> Grouping.PRODUCT;
        };
    }

    /** Where some are named already they are to be compared. */
    private static boolean isNamed(Grouping grouping, Mentions named) {
        return switch (grouping) {
            case STORE -> !named.stores().isEmpty();
            case REGION -> !named.regions().isEmpty();
            case PRODUCT -> !named.products().isEmpty();
            case CATEGORY -> !named.categories().isEmpty();
            case MONTH -> named.dates().size() != 1 || !named.dates().get(0).isYear();
        };
    }

    private static @Nullable String first(List<String> names) {
        return names.isEmpty() ? null : names.get(0);
    }
}
