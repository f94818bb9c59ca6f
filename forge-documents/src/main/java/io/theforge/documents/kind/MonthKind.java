package io.theforge.documents.kind;

import io.theforge.documents.house.House;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A kind of which there is one for each thing and month with sales. */
abstract class MonthKind extends Kind {
    private final Spread order;
    private final int[] places;

    /**
     * @param things how many there are
     * @param sales of a thing: a month without any has no document
     */
    MonthKind(Shop shop, House house, String name, int things, IntFunction<Sales> sales) {
        super(shop, house, name);
        IntStream.Builder sold = IntStream.builder();
        for (int thing = 0; thing < things; thing++) {
            Sales of = sales.apply(thing);
            for (int m = 0; m < months.count(); m++) {
                if (of.unitsOf(m) > 0) {
                    sold.add(thing * months.count() + m);
                }
            }
        }
        places = sold.build().toArray();
        order = spread(places.length);
    }

    @Override
    public final int capacity() {
        return order.size();
    }

    final int thing(int i) {
        return places[order.at(i)] / months.count();
    }

    final int month(int i) {
        return places[order.at(i)] % months.count();
    }

    /** Returns a path of this kind, "stock-reports/2024-03-S00003.md". */
    final String path(String thing, int month) {
        return name() + "/" + months.key(month) + "-" + thing + ".md";
    }

    /** Returns the entry of a thing and month: it is dated some days after the month. */
    final Entry entry(int i, String id, String thing, String title) {
        int month = month(i);
        String key = months.key(month) + "-" + thing;
        int after = house.draw("date/" + name() + key).between(1, 9);
        return new Entry(
                this,
                i,
                path(thing, month),
                id + "-" + key,
                title,
                workday(months.month(month).plusMonths(1).atDay(after)));
    }
}
