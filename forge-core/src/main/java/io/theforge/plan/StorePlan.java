package io.theforge.plan;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Share;
import io.theforge.config.model.StoresConfig;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stores of a configuration. Stores to come do not change those that are there. */
final class StorePlan {
    private static final int NAME_LIMIT = 100;

    private StorePlan() {}

    /**
     * Returns all stores, by index. Regions have their shares at any count, types theirs within a region; the size is
     * {@code exp(sigma * z - sigma^2 / 2)}, one draw per store.
     */
    public static List<Store> of(ForgeConfig config) {
        StoresConfig stores = config.stores();
        long sizeKey = Keys.key(config.seed(), Stream.STORE_SIZE);
        long cityKey = Keys.key(config.seed(), Stream.STORE_CITY);
        Apportionment regions = new Apportionment(stores.regions(), 0);
        List<Apportionment> types = new ArrayList<>();
        List<Deck<String>> cities = new ArrayList<>();
        // Regions without a list of their own deal from one deck, so that a city lies in one region.
        Map<String, Deck<String>> decks = new HashMap<>();
        for (Share region : stores.regions()) {
            types.add(new Apportionment(stores.types(), types.size()));
            WordList list = WordList.of("cities", region.name());
            cities.add(decks.computeIfAbsent(
                    list.name(), name -> new Deck<>(list.lines(), Keys.derive(cityKey, list.key()))));
        }
        Names names = new Names(NAME_LIMIT);
        List<Store> plan = new ArrayList<>(stores.count());
        for (int i = 0; i < stores.count(); i++) {
            int region = regions.next();
            String type = stores.types().get(types.get(region).next()).name();
            String city = cities.get(region).next();
            double z = NormalQuantile.of(Keys.uniform(sizeKey, i));
            plan.add(new Store(
                    i,
                    Store.codeOf(i),
                    names.give(city + " " + capitalised(type)),
                    stores.regions().get(region).name(),
                    city,
                    type,
                    StrictMath.exp(stores.sizeSpread() * (z - stores.sizeSpread() / 2))));
        }
        return List.copyOf(plan);
    }

    private static String capitalised(String type) {
        if (type.isEmpty()) {
            return type;
        }
        int first = type.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + type.substring(Character.charCount(first));
    }
}
