package example;

import io.theforge.Forge;
import io.theforge.dataset.Dataset;
import io.theforge.dataset.SalesRow;
import java.util.List;

/** A whole dataset in memory: three stores, five products, a quarter before Christmas. */
public final class IntoAList {
    public static void main(String[] arguments) {
        Dataset shop = Forge.dataset("scenario: holiday_rush\ndimensions: {stores: {count: 3}, products: {count: 5}}");
        List<SalesRow> sales = shop.sales().toList();
        System.out.println(sales.size() + " rows, the first is " + sales.get(0));
        System.out.println(shop.stores().size() + " stores, " + shop.products().size() + " products, "
                + shop.prices().size() + " prices, " + shop.promotions().size() + " promotions");
        System.out.println("fingerprint " + shop.fingerprint());
    }
}
