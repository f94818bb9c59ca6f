package io.theforge.documents;

import io.theforge.documents.house.House;
import io.theforge.documents.kind.Catalogue;
import io.theforge.documents.kind.Entry;
import io.theforge.documents.kind.Kind;
import io.theforge.documents.kind.Kinds;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Page;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Documents about a dataset: a pure function of its configuration and their number. They are written when they are asked for, each for
 * itself.
 */
public final class DocumentSet {
    /** So few that each kind occurs still. */
    public static final int LEAST = 20;

    public static final int MOST = 2000;

    private static final float COMMANDING_SHARE = 0.06f;

    private final Shop shop;
    private final House house;
    private final List<Entry> entries = new ArrayList<>();
    private final Catalogue catalogue;
    /** Paths of those that try to command their readers. */
    private final Set<String> commanding;

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
        int few = Math.max(1, Math.round(entries.size() * COMMANDING_SHARE));
        commanding = entries.stream()
                .map(Entry::path)
                .sorted(Comparator.comparing((String path) -> draw(path).below(Integer.MAX_VALUE))
                        .thenComparing(path -> path))
                .limit(few)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Draw draw(String path) {
        return house.draw("interjection/" + path);
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
        if (commanding.contains(entry.path())) {
            page = commanding(entry, page);
        }
        return new Document(page.path(), page.text(), page.statements());
    }

    /** Writes a document again, with a paragraph somewhere in it that tries to command its reader. */
    private Page commanding(Entry entry, Page without) {
        Draw draw = draw(entry.path());
        Interjection interjection = Interjection.of(without.statements(), draw);
        if (interjection == null) {
            return without;
        }
        int headings = (int)
                without.text().lines().filter(line -> line.startsWith("#")).count();
        Page page = new Page(entry.path());
        page.interject(interjection.words(), interjection.fact(), draw.between(1, Math.max(1, headings)));
        entry.kind().write(entry, page, catalogue);
        if (!page.isWhole()) {
            page.blank().line(interjection.words(), interjection.fact());
        }
        return page;
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
