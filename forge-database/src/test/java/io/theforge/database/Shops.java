package io.theforge.database;

import io.theforge.config.ConfigReader;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.config.model.ProductsConfig;
import io.theforge.config.model.StoresConfig;
import io.theforge.database.report.Progress;
import io.theforge.plan.Plan;
import java.time.LocalDate;

/** Small datasets for tests. */
public final class Shops {
    /** Two threads, small batches: workers overlap even on few rows. */
    public static final Operational WORK = new Operational(2, 1);

    /** Hears nothing. */
    public static final Progress SILENT = Progress.NONE;

    private Shops() {}

    /** So many stores and products, from 2024-01-01 on. */
    public static Plan plan(long seed, int stores, int products, int days) {
        ForgeConfig base = ConfigReader.defaults();
        LocalDate start = LocalDate.of(2024, 1, 1);
        LocalDate end = start.plusDays(days - 1);
        return Plan.of(new ForgeConfig(
                null,
                seed,
                new StoresConfig(
                        stores,
                        base.stores().regions(),
                        base.stores().types(),
                        base.stores().sizeSpread()),
                new ProductsConfig(
                        products,
                        base.products().categories(),
                        base.products().brands(),
                        base.products().demandSpread()),
                new DateRange(start, end, end),
                base.calendarCountry(),
                base.timeSeries(),
                base.retail(),
                base.promotions(),
                base.stock(),
                base.sparsity(),
                base.dataGaps(),
                base.holidays(),
                base.shocks(),
                base.movement(),
                base.segments()));
    }
}
