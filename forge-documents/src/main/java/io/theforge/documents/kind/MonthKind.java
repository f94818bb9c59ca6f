package io.theforge.documents.kind;

import io.theforge.documents.house.House;
import io.theforge.documents.shop.Shop;

/** A kind of which there is one for each thing and month. */
abstract class MonthKind extends Kind {
    private final Spread order;

    /** @param things how many there are */
    MonthKind(Shop shop, House house, String name, int things) {
        super(shop, house, name);
        order = spread(Math.multiplyExact(things, months.count()));
    }

    @Override
    public final int capacity() {
        return order.size();
    }

    final int thing(int i) {
        return order.at(i) / months.count();
    }

    final int month(int i) {
        return order.at(i) % months.count();
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
