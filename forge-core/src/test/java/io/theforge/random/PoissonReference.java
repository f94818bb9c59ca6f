package io.theforge.random;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The Poisson distribution function by plain summation with 60 digits: nothing shared with what it checks. */
final class PoissonReference {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal NOTHING = new BigDecimal("1e-25");

    /** The first count that P(X &lt;= k) allows at all: it is above 1e-25. */
    final int first;
    /** P(X &lt;= k) for k = first, first + 1 and so on to where less than 1e-25 is left. */
    final List<BigDecimal> atMost = new ArrayList<>();

    PoissonReference(double mean) {
        BigDecimal exactMean = new BigDecimal(mean, DIGITS);
        BigDecimal term = expOfMinus(exactMean);
        BigDecimal sum = term;
        int k = 0;
        while (sum.compareTo(NOTHING) <= 0) {
            k++;
            term = next(term, exactMean, k);
            sum = sum.add(term, DIGITS);
        }
        first = k;
        atMost.add(sum);
        while (BigDecimal.ONE.subtract(sum).compareTo(NOTHING) > 0) {
            k++;
            term = next(term, exactMean, k);
            sum = sum.add(term, DIGITS);
            atMost.add(sum);
        }
    }

    private static BigDecimal next(BigDecimal term, BigDecimal mean, int k) {
        return term.multiply(mean, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
    }

    /** 1 / exp(x), from the Taylor series at x / 2^30, squared 30 times: nine of the 60 digits are lost on the way. */
    private static BigDecimal expOfMinus(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1 << 30), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n < 30; n++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int squared = 0; squared < 30; squared++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return BigDecimal.ONE.divide(sum, DIGITS);
    }
}
