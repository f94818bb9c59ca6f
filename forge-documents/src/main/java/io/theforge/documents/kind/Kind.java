package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Months;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.documents.text.Phrases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of document: which ones there can be, and how one is written. */
public abstract class Kind {
    final Shop shop;
    final House house;
    final Months months;
    private final String name;
    final Phrases phrases;
    private final Phrases common = Phrases.of("common");

    /** @param name also of its folder and its phrases */
    Kind(Shop shop, House house, String name) {
        this.shop = shop;
        this.house = house;
        this.name = name;
        months = shop.months();
        phrases = Phrases.of(name);
    }

    /** Returns the name, also of the folder: "store-reviews". */
    public String name() {
        return name;
    }

    /** Returns how many there can be. */
    public abstract int capacity();

    /** Returns how many of 200 documents are of this kind. */
    public abstract int share();

    /** Returns the i-th, from 0; those that come first lie far apart. */
    public abstract Entry entry(int i);

    /** Writes a document. */
    public abstract void write(Entry entry, Page page, Catalogue catalogue);

    /** Returns the order in which subjects come. */
    Spread spread(int size) {
        return Spread.of(size, house.draw("order/" + name).below(1_000_000));
    }

    Draw draw(Entry entry) {
        return house.draw("document/" + entry.path());
    }

    /** Writes front matter and title. @param more "department", "Sales", "version", "2" ... */
    void begin(Entry entry, Page page, String author, String... more) {
        page.line("---").line("title: " + quoted(entry.title())).line("id: " + entry.id());
        page.line("date: " + entry.date()).line("author: " + quoted(author));
        for (int i = 0; i < more.length; i += 2) {
            page.line(more[i] + ": " + more[i + 1]);
        }
        page.line("---").heading(1, entry.title());
    }

    static String quoted(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Writes a list of links to those documents that are there, each once. @param paths of those that would be of use */
    void links(Entry entry, Page page, Draw draw, Catalogue catalogue, List<String> paths) {
        List<Entry> found = new ArrayList<>();
        for (String path : paths) {
            Entry other = catalogue.find(path);
            if (other != null && !other.equals(entry) && !found.contains(other)) {
                found.add(other);
            }
        }
        if (!found.isEmpty()) {
            page.heading(2, common.say(draw, "links"));
            found.stream().limit(4).forEach(other -> page.line("- " + link(entry, other)));
        }
    }

    static String link(Entry from, Entry to) {
        return "[" + to.title().replace("[", "(").replace("]", ")") + "](" + Catalogue.way(from, to) + ")";
    }

    /** Returns a link where the document is there, else the words alone. */
    static String link(Entry from, String words, @Nullable Entry to) {
        return to == null ? words : "[" + words + "](" + Catalogue.way(from, to) + ")";
    }

    /** Says which days of a month there are records of, where these are not all of them. */
    void partial(Page page, Draw draw, int month) {
        if (!months.isWhole(month)) {
            page.say(common.say(
                    draw,
                    "partial",
                    "month",
                    months.words(month),
                    "first",
                    Forms.day(months.date(months.firstDay(month))),
                    "last",
                    Forms.day(months.date(months.lastDay(month)))));
        }
    }

    /** Writes who signs. */
    void sign(Page page, Draw draw, String person, String post) {
        page.blank();
        page.line(common.say(draw, "sign", "person", person, "post", post)).blank();
    }

    /** Returns "12,345 units", "USD 1,234.56", "15%". */
    static String amount(Fact fact) {
        String unit = fact.measure().unit();
        String value = Forms.of(fact);
        return switch (unit) {
            case "USD" -> "USD " + value;
            case "%" -> value + "%";
            case "" -> value;
            default -> value + " " + ("1".equals(value) ? unit.replaceAll("s$", "") : unit);
        };
    }

    /** Returns by how many per cent a number is above another, "4.2", "-3.1"; empty where there is nothing to compare with. */
    static String percent(long now, long before) {
        if (before <= 0) {
            return "";
        }
        long tenths = Math.round(1000.0 * (now - before) / before);
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    static LocalDate workday(LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        return weekday > 5 ? day.plusDays(8 - weekday) : day;
    }
}
