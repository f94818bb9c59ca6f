package io.theforge.uplift;

import io.theforge.pricing.Promotion;
import io.theforge.series.TruthBlock;
import java.util.List;

/** One series as it is and as it would be without the effect. */
final class PairUplift {
    private final TruthBlock is;
    private final TruthBlock would;

    PairUplift(TruthBlock is, TruthBlock would) {
        this.is = is;
        this.would = would;
    }

    /** Returns what the effect did on all days; shops that open late may sell earlier without it. */
    UpliftLine allDays() {
        UpliftLine line = new UpliftLine("");
        for (int d = Math.min(is.firstDay, would.firstDay); d < Math.max(is.endDay, would.endDay); d++) {
            if (isOnSale(is, d)) {
                line.seriesDays++;
                line.units += is.sold[d];
                line.revenueCents += revenueCents(is, d);
                line.trueUnits += is.sold[d];
                line.trueRevenueCents += revenueCents(is, d);
            }
            if (isOnSale(would, d)) {
                line.trueUnits -= would.sold[d];
                line.trueRevenueCents -= revenueCents(would, d);
            }
        }
        return line;
    }

    /** Returns what the promotions did on days on which none of the pair's runs. */
    UpliftLine otherDays(List<Promotion> promotions) {
        UpliftLine line = new UpliftLine("");
        for (int d = is.firstDay; d < is.endDay; d++) {
            int day = d;
            if (promotions.stream().noneMatch(p -> p.startDay() <= day && day <= p.endDay())) {
                line.otherDaysUnits += is.sold[d] - would.sold[d];
                line.otherDaysRevenueCents += revenueCents(is, d) - revenueCents(would, d);
            }
        }
        return line;
    }

    /** Returns what a promotion did on its own days, and what a comparison with the days before it would say. */
    UpliftLine promotion(Promotion promotion, String name) {
        UpliftLine line = new UpliftLine(name);
        Recorded during = new Recorded();
        int start = Math.max(is.firstDay, promotion.startDay());
        int end = Math.min(is.endDay - 1, promotion.endDay());
        for (int d = start; d <= end; d++) {
            line.seriesDays++;
            line.units += is.sold[d];
            line.revenueCents += revenueCents(is, d);
            line.trueUnits += is.sold[d] - would.sold[d];
            line.trueRevenueCents += revenueCents(is, d) - revenueCents(would, d);
            during.add(d);
        }
        Recorded before = new Recorded();
        for (int d = Math.max(is.firstDay, start - TrueUplift.BEFORE_DAYS); d < start; d++) {
            before.add(d);
        }
        if (before.days > 0 && during.days > 0) {
            line.estimatedSeriesDays = line.seriesDays;
            line.beforeAfterMilliUnits = Math.round(1000.0 * during.days * (during.units() - before.units()));
            line.beforeAfterRevenueCents = Math.round(during.days * (during.revenue() - before.revenue()));
        }
        return line;
    }

    private static boolean isOnSale(TruthBlock truth, int day) {
        return truth.firstDay <= day && day < truth.endDay;
    }

    private static long revenueCents(TruthBlock truth, int day) {
        return (long) truth.sold[day] * truth.unitPriceCents[day];
    }

    /** The days of which there is a record, as a team sees them. */
    private final class Recorded {
        private int days;
        private long sold;
        private long cents;

        void add(int day) {
            if (is.missing[day] == null) {
                days++;
                sold += is.sold[day];
                cents += revenueCents(is, day);
            }
        }

        double units() {
            return (double) sold / days;
        }

        double revenue() {
            return (double) cents / days;
        }
    }
}
