package io.theforge.pricing;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.PromotionsConfig;
import io.theforge.config.model.Share;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns of each month. Each is drawn by itself: theme, length and first day, such that it ends within the month; whether it runs in
 * the whole chain, and whether it is advertised. A product takes part in one a month at most: the first to begin of those that are about
 * it and draw it. So its promotions never overlap.
 */
final class Campaigns {
    private static final int PARTICIPANTS = -2;

    private final Months months;
    private final Campaign[][] byMonth;
    private final Map<String, Double> participation = new HashMap<>();

    Campaigns(Plan plan, Months months) {
        this.months = months;
        ForgeConfig config = plan.config();
        PromotionsConfig promotions = config.promotions();
        for (Share category : config.products().categories()) {
            double probability = config.promotionProbability(category.name());
            participation.put(category.name(), promotions.participation(probability, config.products()));
        }
        byMonth = new Campaign[months.count][promotions.campaignsPerMonth()];
        for (int month = 0; month < months.count; month++) {
            long monthKey = Keys.derive(Keys.key(months.seed(month), Stream.CAMPAIGN), months.first + month);
            for (int i = 0; i < byMonth[month].length; i++) {
                byMonth[month][i] = campaign(config, month, Keys.derive(monthKey, i));
            }
            Arrays.sort(byMonth[month], Comparator.comparingInt(Campaign::startDay));
        }
    }

    private Campaign campaign(ForgeConfig config, int month, long key) {
        boolean ofBrand = Keys.uniform(key, 0) < PromotionsConfig.BRAND_THEMES;
        List<Share> themes =
                ofBrand ? config.products().brands() : config.products().categories();
        int days = PromotionPlan.days(key, 2);
        int start = months.firstDay(month) + Keys.below(key, 3, months.length(month) - days + 1);
        return new Campaign(
                key,
                themes.get(Keys.below(key, 1, themes.size())).name(),
                ofBrand,
                start,
                start + days - 1,
                Keys.uniform(key, 4) < PromotionPlan.CHAIN_SHARE,
                Keys.uniform(key, 5) < config.promotions().advertisedShare());
    }

    /** Returns the chance that a product takes part in a campaign about it. */
    double participation(Product product) {
        return participation.getOrDefault(product.category(), 0.0);
    }

    /** Returns the campaign of a month in which a product takes part; null for none. */
    @Nullable
    Campaign of(Product product, int month) {
        double share = participation(product);
        for (Campaign campaign : byMonth[month]) {
            if (campaign.isAbout(product)
                    && Keys.uniform(Keys.derive(campaign.key(), PARTICIPANTS), product.index()) < share) {
                return campaign;
            }
        }
        return null;
    }

    /** Returns the number of a month's campaigns that begin on a day or later. */
    int startingFrom(int month, int day) {
        int count = 0;
        for (Campaign campaign : byMonth[month]) {
            count += campaign.startDay() >= day ? 1 : 0;
        }
        return count;
    }
}
