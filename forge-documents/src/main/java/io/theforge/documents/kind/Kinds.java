package io.theforge.documents.kind;

import io.theforge.documents.house.House;
import io.theforge.documents.shop.Shop;
import java.util.List;

/** All kinds, and how many documents there are of each. */
public final class Kinds {
    private Kinds() {}

    /** @param count how many documents there will be */
    public static List<Kind> of(Shop shop, House house, int count) {
        return List.of(
                new StoreProfile(shop, house),
                new ProductSheet(shop, house),
                new StoreReview(shop, house),
                new CategoryReview(shop, house),
                new ProductReview(shop, house),
                new PriceCircular(shop, house),
                new PromotionCircular(shop, house),
                new HolidayPlan(shop, house),
                new StockReport(shop, house),
                new IncidentReport(shop, house, count),
                new SupplierLetter(shop, house),
                new PolicyPaper(shop, house),
                new Minutes(shop, house),
                new Faq(shop, house),
                new Glossary(shop, house));
    }

    /**
     * Returns how many documents each kind has: at first one of each, then by their shares; what a kind has no subjects for goes to the
     * others. A larger number takes none away.
     */
    public static int[] apportion(List<Kind> kinds, int count) {
        int[] of = new int[kinds.size()];
        for (int given = 0; given < count; given++) {
            int best = -1;
            double most = 0;
            for (int k = 0; k < of.length; k++) {
                Kind kind = kinds.get(k);
                double claim = of[k] == 0 ? Double.MAX_VALUE : (double) kind.share() / of[k];
                if (of[k] < kind.capacity() && claim > most) {
                    most = claim;
                    best = k;
                }
            }
            if (best < 0) {
                break;
            }
            of[best]++;
        }
        return of;
    }
}
