package io.theforge.demand;

import io.theforge.config.model.EventDates;
import io.theforge.config.model.Shock;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the configured demand events do to the pairs that they reach. */
final class ShockFactors {
    /**
     * One event.
     *
     * @param firstDay of the factors
     * @param opensOn first day of demand where there is none from the dataset's first day on; 0 where there is
     */
    private record Event(Shock shock, int firstDay, double[] factors, int opensOn) {}

    private final List<Event> events = new ArrayList<>();

    /** @param firstDay first day that matters */
    ShockFactors(Plan plan, int firstDay) {
        for (Shock shock : plan.config().shocks()) {
            for (EventDates.Span span :
                    shock.dates().within(plan.config().dateRange(), shock.rampDownDays(), plan.plannedDays())) {
                int first = Math.max(firstDay, span.first());
                int last = Math.min(plan.plannedDays() - 1, span.last());
                double[] factors = new double[Math.max(0, last - first + 1)];
                for (int d = first; d <= last; d++) {
                    factors[d - first] = factor(shock, span, d);
                }
                events.add(new Event(shock, first, factors, opensOn(shock, span)));
            }
        }
    }

    private static double factor(Shock shock, EventDates.Span span, int day) {
        double up = Math.min(1, (day - span.first() + 1.0) / (shock.rampUpDays() + 1));
        double down = span.last() == EventDates.LASTING
                ? 1
                : Math.min(1, (span.last() - day + 1.0) / (shock.rampDownDays() + 1));
        return 1 + (shock.factor() - 1) * Math.min(up, down);
    }

    private static int opensOn(Shock shock, EventDates.Span span) {
        if (span.first() > 0 || factor(shock, span, 0) != 0) {
            return 0;
        }
        return span.last() == EventDates.LASTING ? EventDates.LASTING : span.last() - shock.rampDownDays() + 1;
    }

    /**
     * Returns the day on which a pair's shop opens: 0, unless an event leaves no demand from the dataset's first day on. Before it there
     * is nothing to record.
     */
    int openingDay(Store store, Product product) {
        return events.stream()
                .filter(event -> event.opensOn > 0 && reaches(event.shock, store, product))
                .mapToInt(Event::opensOn)
                .max()
                .orElse(0);
    }

    /**
     * Fills a column with the product of the events that reach a pair.
     *
     * @return whether any does; otherwise the column is left as it was
     */
    boolean fill(Store store, Product product, double[] factors) {
        boolean reached = false;
        for (Event event : events) {
            if (reaches(event.shock, store, product)) {
                if (!reached) {
                    Arrays.fill(factors, 1);
                    reached = true;
                }
                for (int j = 0; j < event.factors.length; j++) {
                    factors[event.firstDay + j] *= event.factors[j];
                }
            }
        }
        return reached;
    }

    private static boolean reaches(Shock shock, Store store, Product product) {
        return reaches(shock, store) && reaches(shock, product);
    }

    static boolean reaches(Shock shock, Store store) {
        return admits(shock.regions(), store.region())
                && admits(shock.stores(), store.code())
                && admits(shock.storeTypes(), store.type());
    }

    static boolean reaches(Shock shock, Product product) {
        return admits(shock.categories(), product.category())
                && admits(shock.brands(), product.brand())
                && admits(shock.products(), product.sku());
    }

    private static boolean admits(List<String> filter, String value) {
        return filter.isEmpty() || filter.contains(value);
    }
}
