package io.theforge.plan;

import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.HolidayRule;
import io.theforge.config.model.MovementConfig;
import io.theforge.config.model.ProductsConfig;
import io.theforge.config.model.PromotionsConfig;
import io.theforge.config.model.RetailConfig;
import io.theforge.config.model.Share;
import io.theforge.config.model.SparsityConfig;
import io.theforge.config.model.StockConfig;
import io.theforge.config.model.StoresConfig;
import io.theforge.config.model.TimeSeriesConfig;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** A configuration that a test changes where it matters. */
final class Shop {
    long seed = 42;
    int stores = 10;
    int products = 50;
    List<Share> regions = equal("North", "South", "East", "West");
    List<Share> types = equal("supermarket", "express", "warehouse");
    List<Share> categories = equal("Beverage", "Snack", "Dairy", "Frozen", "Produce", "Bakery");
    List<Share> brands = equal("BrandA", "BrandB", "BrandC", "Generic", "Premium");
    LocalDate start = LocalDate.of(2024, 1, 1);
    LocalDate end = LocalDate.of(2024, 12, 31);
    LocalDate horizon = end;
    String country = "US";
    double newProductShare;
    double discontinuedShare;
    List<HolidayRule> holidays = List.of();

    static List<Share> equal(String... names) {
        return Arrays.stream(names)
                .map(name -> new Share(name, 1.0 / names.length))
                .toList();
    }

    ForgeConfig config() {
        return new ForgeConfig(
                null,
                seed,
                new StoresConfig(stores, regions, types, 0.3),
                new ProductsConfig(products, categories, brands, 0.8),
                new DateRange(start, end, horizon),
                country,
                new TimeSeriesConfig(
                        100,
                        TimeSeriesConfig.Trend.LINEAR,
                        0.1,
                        new TreeMap<>(),
                        List.of(0.8, 0.9, 1.0, 1.0, 1.1, 1.3, 1.2),
                        new TreeMap<>(),
                        0.1,
                        0,
                        0.1,
                        0.1,
                        0,
                        0.01,
                        2),
                new RetailConfig(
                        0.1,
                        1.3,
                        new TreeMap<>(),
                        0,
                        0,
                        0.02,
                        RetailConfig.StockoutBehavior.ZERO,
                        -0.5,
                        0.3,
                        0.1,
                        0,
                        30,
                        60,
                        newProductShare,
                        discontinuedShare,
                        1.2),
                PromotionsConfig.USUAL,
                StockConfig.DEFAULT,
                new SparsityConfig(0, 0, 0, 1, 7, SparsityConfig.AppliesTo.SALES),
                List.of(),
                holidays,
                List.of(),
                MovementConfig.NONE,
                List.of());
    }
}
