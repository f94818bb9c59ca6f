package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Need;
import io.theforge.rag.agent.question.Plan;
import io.theforge.rag.agent.text.Forms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an answer of figures. */
final class Arithmetic {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Arithmetic() {}

    /** Returns the answer as a sentence; null where the figures do not have one. */
    static @Nullable String answer(Plan plan, List<BigDecimal> values) {
        BigDecimal first = values.get(0);
        BigDecimal last = values.get(values.size() - 1);
        boolean isMoney = plan.unit().equals("USD");
        return switch (plan.operation()) {
            case VALUE -> said(first, plan);
            case SUM -> said(sum(values), plan);
            case MEAN ->
                said(
                        shown(
                                sum(values)
                                        .divide(
                                                BigDecimal.valueOf(values.size()),
                                                isMoney ? 2 : 1,
                                                RoundingMode.HALF_UP),
                                isMoney),
                        plan);
            case DIFFERENCE -> said(first.subtract(last).abs(), plan);
            case CHANGE_PERCENT ->
                first.signum() == 0 ? null : said(percent(last.subtract(first).abs(), first), plan);
            case SHARE -> last.signum() == 0 ? null : said(percent(first, last), plan);
            case MARGIN_PERCENT -> first.signum() == 0 ? null : said(percent(first.subtract(last), first), plan);
            case RATIO -> last.signum() == 0 ? null : said(first.divide(last, 2, RoundingMode.HALF_UP), plan);
            case HIGHEST -> outermost(plan.needs(), values, 1);
            case LOWEST -> outermost(plan.needs(), values, -1);
        };
    }

    private static String said(BigDecimal value, Plan plan) {
        return "It was " + Forms.amount(value, plan.unit()) + ".";
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal shown(BigDecimal mean, boolean isMoney) {
        return isMoney || mean.stripTrailingZeros().scale() > 0 ? mean : mean.setScale(0, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }

    /** Returns which one is ahead; null where several are. */
    private static @Nullable String outermost(List<Need> needs, List<BigDecimal> values, int sign) {
        int best = 0;
        boolean isShared = false;
        for (int i = 1; i < values.size(); i++) {
            int order = sign * values.get(i).compareTo(values.get(best));
            isShared = order == 0 || order < 0 && isShared;
            best = order > 0 ? i : best;
        }
        return isShared ? null : "It was " + needs.get(best).label() + ".";
    }
}
