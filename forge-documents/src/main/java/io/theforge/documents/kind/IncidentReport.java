package io.theforge.documents.kind;

import io.theforge.config.model.Shock;
import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Events;
import io.theforge.documents.shop.Events.Anomaly;
import io.theforge.documents.shop.Events.Event;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A demand event, or a day on which a product sold far more or less than expected, and its cause. */
public final class IncidentReport extends Kind {
    private static final int MOST = 1000;

    private final Events events = shop.events();
    private final List<Event> all = events.all();
    private final List<Anomaly> anomalies;

    /** @param count how many documents there are of all kinds: no more series are looked through than are needed */
    public IncidentReport(Shop shop, House house, int count) {
        super(shop, house, "incidents");
        int pairs = shop.plan().pairs();
        Spread order = spread(pairs);
        int wanted = Math.min(MOST, Math.min(pairs, count / 2 + 8));
        anomalies =
                events.anomalies(IntStream.range(0, wanted).mapToObj(order::at).toList());
    }

    @Override
    public int capacity() {
        return all.size() + anomalies.size();
    }

    @Override
    public int share() {
        return 12;
    }

    @Override
    public Entry entry(int i) {
        if (i < all.size()) {
            Event event = all.get(i);
            String key = "event-" + (i + 1);
            String title = phrases.say(
                    house.draw("title/" + key),
                    "eventtitle",
                    "event",
                    event.shock().name());
            return new Entry(
                    this,
                    i,
                    name() + "/" + key + ".md",
                    "EV-" + (i + 1),
                    title,
                    workday(months.date(Math.max(0, event.firstDay())).plusDays(12)));
        }
        Anomaly anomaly = anomalies.get(i - all.size());
        String key = months.date(anomaly.day()) + "-" + anomaly.store().code() + "-"
                + anomaly.product().sku();
        Draw draw = house.draw("title/" + key);
        String title = phrases.say(draw, "title", words(anomaly));
        return new Entry(
                this,
                i,
                name() + "/" + key + ".md",
                "IN-" + key,
                title,
                workday(months.date(anomaly.day()).plusDays(draw.between(1, 9))));
    }

    private String[] words(Anomaly anomaly) {
        return new String[] {
            "product",
            anomaly.product().name(),
            "store",
            anomaly.store().name(),
            "day",
            Forms.day(months.date(anomaly.day()))
        };
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        String author = house.person("analyst " + draw.below(9));
        begin(entry, page, author, "department", "Demand Planning", "status", draw.chance(0.7) ? "closed" : "open");
        List<String> paths = new ArrayList<>();
        if (entry.number() < all.size()) {
            event(page, draw, all.get(entry.number()));
        } else {
            Anomaly anomaly = anomalies.get(entry.number() - all.size());
            anomaly(page, draw, anomaly);
            String month = months.key(months.of(anomaly.day()));
            paths.add("store-reviews/" + month + "-" + anomaly.store().code() + ".md");
            paths.add("products/" + anomaly.product().sku() + ".md");
            paths.add("stores/" + anomaly.store().code() + ".md");
        }
        links(entry, page, draw, catalogue, paths);
        sign(page, draw, author, "Demand Planning");
    }

    private void anomaly(Page page, Draw draw, Anomaly anomaly) {
        page.heading(2, phrases.say(draw, "what"));
        Fact units = events.units(anomaly);
        Fact expected = events.expected(anomaly);
        List<String> words = new ArrayList<>(List.of(words(anomaly)));
        words.addAll(List.of("units", Forms.of(units), "expected", Forms.of(expected)));
        page.say(phrases.say(draw, "units", words.toArray(String[]::new)), units, expected);
        near(page, draw, "before", events.near(anomaly, -1));
        near(page, draw, "after", events.near(anomaly, 1));
        colour(page, draw, anomaly.store());
        page.heading(2, phrases.say(draw, "analysis"));
        Fact cause = events.cause(anomaly);
        String said = phrases.say(draw, "cause", "cause", Forms.of(cause));
        page.say(said, cause);
        int month = months.of(anomaly.day()) - 1;
        if (month >= 0) {
            store(page, draw, anomaly, month);
        }
        for (int i = draw.between(1, 2); i > 0; i--) {
            colour(page, draw, anomaly.store());
        }
        page.blank();
    }

    /** Returns a store that the matter is not about. */
    private String another(Draw draw, @Nullable Store about) {
        List<String> others = shop.stores().stream()
                .filter(store -> !store.equals(about))
                .map(Store::name)
                .toList();
        return others.isEmpty() ? "the head office" : draw.pick(others);
    }

    /** Says something beside the matter: who did what, and where. @param about the store that it is about */
    private void colour(Page page, Draw draw, @Nullable Store about) {
        page.say(phrases.say(
                draw,
                "colour",
                "person",
                house.person("analyst " + draw.below(9)),
                "other",
                another(draw, about),
                "category",
                draw.pick(shop.categories())));
    }

    private void store(Page page, Draw draw, Anomaly anomaly, int month) {
        Fact ofStore = shop.store(anomaly.store().index()).units(month);
        Fact ofProduct = shop.product(anomaly.product().index()).units(month);
        boolean store = draw.chance(0.6);
        Fact units = store ? ofStore : ofProduct;
        String said = phrases.say(
                draw,
                store ? "store" : "product",
                "store",
                anomaly.store().name(),
                "product",
                anomaly.product().name(),
                "month",
                months.words(month),
                "units",
                Forms.of(units));
        page.say(said, units);
    }

    private void near(Page page, Draw draw, String section, @Nullable Fact units) {
        if (units != null && draw.chance(0.7)) {
            page.say(phrases.say(draw, section, "units", Forms.of(units)), units);
        }
    }

    private void event(Page page, Draw draw, Event event) {
        page.heading(2, phrases.say(draw, "what"));
        Fact start = events.start(event);
        Fact effect = events.effect(event);
        String said = phrases.say(
                draw, "event", "event", event.shock().name(), "start", Forms.of(start), "effect", amount(effect));
        page.say(said, start, effect, events.cause(event));
        Fact end = events.end(event);
        if (end == null) {
            page.say(phrases.say(draw, "lasting"));
        } else {
            page.say(phrases.say(draw, "end", "end", Forms.of(end)), end);
        }
        page.heading(2, phrases.say(draw, "analysis"));
        page.say(phrases.say(draw, "reach", "reach", reach(event.shock())));
        for (int i = draw.between(2, 3); i > 0; i--) {
            colour(page, draw, null);
        }
        page.blank();
    }

    private static String reach(Shock shock) {
        List<String> parts = new ArrayList<>();
        parts.add(of("region", shock.regions()));
        parts.add(of("store", shock.stores()));
        parts.add(of("store type", shock.storeTypes()));
        parts.add(of("category", shock.categories()));
        parts.add(of("brand", shock.brands()));
        parts.add(of("article", shock.products()));
        parts.removeIf(String::isEmpty);
        return parts.isEmpty() ? "all stores and articles" : String.join("; ", parts);
    }

    private static String of(String what, List<String> names) {
        return names.isEmpty() ? "" : what + " " + String.join(", ", names);
    }
}
