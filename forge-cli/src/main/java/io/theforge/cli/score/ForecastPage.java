package io.theforge.cli.score;

import io.theforge.database.forecast.ReadForecasts;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.forecast.Forecasts;
import io.theforge.oracle.forecast.PairForecasts;
import io.theforge.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of {@code score --html} shows: the document of {@code --json}, and the series that cost most, day by day. */
final class ForecastPage {
    private static final int DAYS_BEFORE = 56;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final Plan plan;
    private final Forecasts forecasts;
    private final int model;
    private final OracleSeries series;
    private final int firstForecast;
    private final int start;
    private final int end;

    private ForecastPage(Plan plan, Forecasts forecasts, int model) {
        this.plan = plan;
        this.model = model;
        this.forecasts = forecasts;
        series = new OracleSeries(plan);
        firstForecast = forecasts.firstDay();
        start = Math.max(0, firstForecast - DAYS_BEFORE);
        end = forecasts.endDay();
    }

    /** @param best whose series are drawn */
    static Map<String, Object> data(Plan plan, ReadForecasts read, ScoredModel best, Map<String, Object> json) {
        ForecastPage page = new ForecastPage(plan, read.forecasts(), best.place());
        Map<String, Object> data = new LinkedHashMap<>(json);
        data.put("title", read.file());
        data.put("moving", plan.config().movement().isHidden());
        data.put("start", ForecastText.date(plan, page.start));
        data.put("days", page.end - page.start);
        data.put(
                "series",
                best.score().costliest().stream()
                        .limit(ForecastJson.SERIES)
                        .map(cost -> page.series(cost.pair()))
                        .toList());
        return data;
    }

    /** By day that is drawn, the last cutoff of the file before it, for days without a forecast. */
    private int[] cutoffs() {
        int[] all = forecasts.cutoffs();
        int[] cutoffs = new int[end - start];
        for (int d = start, i = 0; d < end; d++) {
            while (i + 1 < all.length && all[i + 1] <= d) {
                i++;
            }
            cutoffs[d - start] = all[i];
        }
        return cutoffs;
    }

    private Map<String, Object> series(int pair) {
        series.fill(pair);
        int days = end - start;
        int[] cutoffs = cutoffs();
        @Nullable Double[] sold = new Double[days];
        @Nullable Double[] forecast = new Double[days];
        @Nullable Double[] low = new Double[days];
        @Nullable Double[] median = new Double[days];
        @Nullable Double[] high = new Double[days];
        // Ascending by cutoff: of several forecasts of a day the latest stays
        PairForecasts rows = forecasts.from(pair);
        rows.read(pair);
        for (int i = 0; i < rows.rows(); i++) {
            forecast[rows.day(i) - start] = rows.point(i, model);
            cutoffs[rows.day(i) - start] = rows.cutoff(i);
        }
        for (int d = start; d < end; d++) {
            sold[d - start] = Double.isNaN(series.sales[d]) ? null : (Double) series.sales[d];
            if (d >= firstForecast && d >= series.truth.firstDay && d < series.truth.endDay) {
                series.conditionAtCutoff(d, cutoffs[d - start]);
                low[d - start] = (double) series.demand.quantile(LOW);
                median[d - start] = (double) series.demand.quantile(0.5);
                high[d - start] = (double) series.demand.quantile(HIGH);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", ForecastNotes.name(plan, pair));
        json.put("sold", sold);
        json.put("forecast", forecast);
        json.put("low", low);
        json.put("median", median);
        json.put("high", high);
        return json;
    }
}
