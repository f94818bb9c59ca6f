package io.theforge.oracle.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.oracle.forecast.ForecastModel;
import io.theforge.oracle.forecast.Forecasts;
import io.theforge.oracle.score.Contender;
import io.theforge.plan.Plan;
import io.theforge.series.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums of series, in parts and at once. */
class LevelScorerTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 4}, products: {count: 15}}
            date_range: {start: "2024-01-01", end: "2024-06-30"}
            sparsity: {missing_days_pct: 0.03, missing_combinations_pct: 0.1}
            seed: 3
            """;

    private static final Plan PLAN = Dataset.plan(SHOP);

    private static Forecasts forecasts() {
        Forecasts forecasts = new Forecasts(List.of(new ForecastModel("m", List.of())));
        for (int cutoff : new int[] {-5, 0, 40, 100, 154}) {
            for (int pair = 0; pair < PLAN.pairs(); pair++) {
                for (int day = Math.max(0, cutoff); day < cutoff + 28; day++) {
                    forecasts.add(pair, cutoff, day, 0, new double[] {pair + day % 7});
                }
            }
        }
        forecasts.finish();
        return forecasts;
    }

    @Test
    void whatIsAddedUpInPartsIsTheSame() {
        LevelScores whole = LevelScorer.score(PLAN, forecasts());
        LevelScores parts = LevelScorer.score(PLAN, forecasts(), 1);

        assertThat(whole.cutoffs()).containsExactly(40, 100, 154);
        for (Level level : Level.values()) {
            assertThat(parts.series(level)).isEqualTo(whole.series(level)).isPositive();
            for (int contestant : new int[] {LevelScores.ofModel(0), LevelScores.of(Contender.ORACLE)}) {
                assertThat(parts.wape(level, contestant))
                        .isEqualTo(whole.wape(level, contestant))
                        .isPositive();
                for (int fold = 0; fold < 3; fold++) {
                    assertThat(parts.wrmsse(level, contestant, fold))
                            .isEqualTo(whole.wrmsse(level, contestant, fold))
                            .isPositive();
                }
            }
        }
    }

    @Test
    void theOracleIsCloserTheMoreIsAddedUp() {
        LevelScores scores = LevelScorer.score(PLAN, forecasts());
        int oracle = LevelScores.of(Contender.ORACLE);

        assertThat(scores.wape(Level.TOTAL, oracle)).isLessThan(scores.wape(Level.STORE, oracle));
        assertThat(scores.wape(Level.STORE, oracle)).isLessThan(scores.wape(Level.SERIES, oracle));
        assertThat(scores.skill(Level.TOTAL, oracle)).isEqualTo(1);
        assertThat(scores.skill(Level.TOTAL, LevelScores.of(Contender.NAIVE))).isZero();
    }
}
