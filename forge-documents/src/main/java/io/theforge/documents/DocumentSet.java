package io.theforge.documents;

import io.theforge.documents.house.House;
import io.theforge.documents.kind.Catalogue;
import io.theforge.documents.kind.Entry;
import io.theforge.documents.kind.Kind;
import io.theforge.documents.kind.Kinds;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Page;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Documents about a dataset: a pure function of its configuration and their number. They are written when they are asked for, each for
 * itself.
 */
public final class DocumentSet {
    /** So few that each kind occurs still. */
    public static final int LEAST = 20;

    public static final int MOST = 2000;

    private final Shop shop;
    private final House house;
    private final List<Entry> entries = new ArrayList<>();
    private final Catalogue catalogue;

    private DocumentSet(Plan plan, int count, int workers) {
        shop = Shop.of(plan, workers);
        house = new House(shop);
        List<Kind> kinds = Kinds.of(shop, house, count);
        int[] of = Kinds.apportion(kinds, count);
        for (int k = 0; k < of.length; k++) {
            for (int i = 0; i < of[k]; i++) {
                entries.add(kinds.get(k).entry(i));
            }
        }
        entries.sort(Comparator.comparing(Entry::path));
        catalogue = new Catalogue(entries);
    }

    /**
     * Lays documents out, which takes one pass over all series.
     *
     * @param count {@link #LEAST} to {@link #MOST}; a dataset that is too small for so many has fewer
     * @param workers threads, at least 1; nothing depends on them
     */
    public static DocumentSet of(Plan plan, int count, int workers) {
        if (count < LEAST || count > MOST) {
            throw new IllegalArgumentException("there can be " + LEAST + " to " + MOST + " documents, not " + count);
        }
        return new DocumentSet(plan, count, workers);
    }

    /** Returns how many there are. */
    public int size() {
        return entries.size();
    }

    /** Returns the i-th document, in the order of their paths. */
    public Document get(int i) {
        Entry entry = entries.get(i);
        Page page = new Page(entry.path());
        entry.kind().write(entry, page, catalogue);
        return new Document(page.path(), page.text(), page.statements());
    }

    /** Returns all documents. */
    public List<Document> all() {
        List<Document> all = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            all.add(get(i));
        }
        return all;
    }

    /** Returns what is true in the dataset. */
    public Shop shop() {
        return shop;
    }

    /** Returns what is true beside it. */
    public House house() {
        return house;
    }
}
