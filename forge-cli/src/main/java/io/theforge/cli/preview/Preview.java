package io.theforge.cli.preview;

import io.theforge.cli.input.DatasetFlags;
import io.theforge.plan.Plan;
import java.util.List;
import java.util.Map;

/** A preview for programs: what {@code forge preview --json} says. */
public final class Preview {
    private static final int MAX_SERIES_DAYS = 200_000;

    private Preview() {}

    /**
     * Generates the total and some series.
     *
     * @param most how many series
     * @param workers threads, which do not change it
     */
    public static Map<String, Object> json(Plan plan, int most, int workers) {
        PreviewPairs pairs = new PreviewPairs(plan, -1, -1);
        PreviewSeries total = pairs.count() == 1 ? null : PreviewMaker.total(plan, pairs, MAX_SERIES_DAYS, workers);
        PreviewMaker maker = new PreviewMaker(plan);
        List<PreviewSeries> series = pairs.few(most, maker::series);
        return new PreviewText(plan, new DatasetFlags(), null, pairs, total, series).details();
    }

    /** Generates one series. @param store its place among the stores @param product its place among the products */
    public static Map<String, Object> series(Plan plan, int store, int product) {
        return new PreviewMaker(plan).series(plan.pair(store, product)).json();
    }
}
