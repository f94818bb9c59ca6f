package io.theforge.documents.shop;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;

/** The sales of a store, a product, a category or more, by month and year: exact sums of the rows of {@code sales_daily}. */
public final class Sales {
    private final Months months;
    private final Subject subject;
    private final String where;
    private final Sums sums;
    private final int thing;

    /** @param where which rows they are, "t.code = 'S00001'"; empty for all */
    Sales(Months months, Subject subject, String where, Sums sums, int thing) {
        this.months = months;
        this.subject = subject;
        this.where = where;
        this.sums = sums;
        this.thing = thing;
    }

    public Subject subject() {
        return subject;
    }

    /** Returns the units of a month. */
    public long unitsOf(int month) {
        return sums.units[thing * sums.months + month];
    }

    public long centsOf(int month) {
        return sums.cents[thing * sums.months + month];
    }

    public Fact units(int month) {
        return fact(Measures.UNITS_SOLD, months.key(month), unitsOf(month), month, month);
    }

    public Fact revenue(int month) {
        return fact(Measures.REVENUE, months.key(month), centsOf(month), month, month);
    }

    /** Returns the units of a year, as far as the dataset has it. */
    public Fact unitsOfYear(int year) {
        return fact(
                Measures.UNITS_SOLD,
                Integer.toString(year),
                sum(year, sums.units),
                months.firstOf(year),
                months.lastOf(year));
    }

    public Fact revenueOfYear(int year) {
        return fact(
                Measures.REVENUE,
                Integer.toString(year),
                sum(year, sums.cents),
                months.firstOf(year),
                months.lastOf(year));
    }

    /** Returns the month with the most units, the first of several. */
    public int bestMonth() {
        int best = 0;
        for (int m = 1; m < months.count(); m++) {
            best = unitsOf(m) > unitsOf(best) ? m : best;
        }
        return best;
    }

    private long sum(int year, long[] of) {
        long sum = 0;
        for (int m = months.firstOf(year); m <= months.lastOf(year); m++) {
            sum += of[thing * sums.months + m];
        }
        return sum;
    }

    private Fact fact(Measure measure, String period, long value, int from, int to) {
        boolean money = measure == Measures.REVENUE;
        String sql = Sql.sales(
                money ? "total_amount" : "quantity",
                where,
                months.date(months.firstDay(from)),
                months.date(months.lastDay(to)));
        return new Fact(measure, subject, period, money ? Value.ofCents(value) : Value.of(value), sql);
    }
}
