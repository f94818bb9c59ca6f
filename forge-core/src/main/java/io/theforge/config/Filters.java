package io.theforge.config;

import io.theforge.config.model.CalendarEffect;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.PromotionsConfig.OfCategory;
import io.theforge.config.model.Share;
import io.theforge.config.model.Shock;
import io.theforge.config.model.StockConfig.Supply;
import io.theforge.config.yaml.YamlLocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that what shocks, data gaps, calendar effects, promotions of a category and supply are limited to exists. */
final class Filters {

    private static final Pattern STORE_CODE = Pattern.compile("S[0-9]{5}");
    private static final Pattern SKU = Pattern.compile("SKU-[0-9]{6}");
    private static final int LISTED = 12;

    private final ForgeConfig config;
    private final Map<String, String> places;

    Filters(ForgeConfig config, Map<String, String> places) {
        this.config = config;
        this.places = places;
    }

    void check() {
        for (int i = 0; i < config.dataGaps().size(); i++) {
            String path = EventKeys.DATA_GAPS.path() + "[" + i + "].";
            checkStores(config.dataGaps().get(i).stores(), path + "stores");
            checkProducts(config.dataGaps().get(i).products(), path + "products");
        }
        List<CalendarEffect> effects = config.movement().calendarEffects();
        for (int i = 0; i < effects.size(); i++) {
            String path = CalendarEffectKeys.CALENDAR_EFFECTS.path() + "[" + i + "].";
            checkNames(effects.get(i).regions(), config.stores().regions(), path + "regions");
            checkNames(effects.get(i).categories(), config.products().categories(), path + "categories");
        }
        List<OfCategory> promotions = config.promotions().byCategory();
        for (int i = 0; i < promotions.size(); i++) {
            String path = PromotionKeys.BY_CATEGORY.path() + "[" + i + "].category";
            checkName(promotions.get(i).category(), config.products().categories(), path);
        }
        List<Supply> supply = config.stock().supply();
        for (int i = 0; i < supply.size(); i++) {
            String path = StockKeys.SUPPLY.path() + "[" + i + "].";
            checkNames(supply.get(i).categories(), config.products().categories(), path + "categories");
        }
        for (int i = 0; i < config.shocks().size(); i++) {
            Shock shock = config.shocks().get(i);
            String path = EventKeys.SHOCKS.path() + "[" + i + "].";
            checkNames(shock.regions(), config.stores().regions(), path + "regions");
            checkNames(shock.storeTypes(), config.stores().types(), path + "store_types");
            checkNames(shock.categories(), config.products().categories(), path + "categories");
            checkNames(shock.brands(), config.products().brands(), path + "brands");
            checkStores(shock.stores(), path + "stores");
            checkProducts(shock.products(), path + "products");
        }
    }

    private void checkNames(List<String> filter, List<Share> known, String path) {
        for (int i = 0; i < filter.size(); i++) {
            checkName(filter.get(i), known, path + "[" + i + "]");
        }
    }

    private void checkName(String name, List<Share> known, String path) {
        Set<String> names = new LinkedHashSet<>(known.stream().map(Share::name).toList());
        if (!names.contains(name)) {
            String there = names.stream().limit(LISTED).map(YamlLocation::quote).collect(Collectors.joining(", "));
            String more = names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "";
            throw missing(name, path, "give one of those in dimensions: " + there + more);
        }
    }

    private void checkStores(List<String> codes, String path) {
        String last = "S" + digits(config.stores().count(), 5);
        for (int i = 0; i < codes.size(); i++) {
            if (!isWithin(codes.get(i), STORE_CODE, "S", config.stores().count())) {
                throw missing(
                        codes.get(i),
                        path + "[" + i + "]",
                        "give a store code from S00001 to " + last + ", or have more stores");
            }
        }
    }

    private void checkProducts(List<String> skus, String path) {
        String last = "SKU-" + digits(config.products().count(), 6);
        for (int i = 0; i < skus.size(); i++) {
            if (!isWithin(skus.get(i), SKU, "SKU-", config.products().count())) {
                throw missing(
                        skus.get(i),
                        path + "[" + i + "]",
                        "give a SKU from SKU-000001 to " + last + ", or have more products");
            }
        }
    }

    private static boolean isWithin(String code, Pattern pattern, String prefix, int count) {
        if (!pattern.matcher(code).matches()) {
            return false;
        }
        int number = Integer.parseInt(code.substring(prefix.length()));
        return number >= 1 && number <= count;
    }

    private static String digits(int number, int width) {
        String text = Integer.toString(number);
        return "0".repeat(width - text.length()) + text;
    }

    private ConfigException missing(String name, String path, String remedy) {
        return new ConfigException(
                path + " is " + YamlLocation.quote(name) + ", which does not exist", remedy, places.get(path));
    }
}
