package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Lines;
import io.theforge.documents.text.Page;
import java.util.List;
import java.util.Map;

/** What words mean in the house. */
public final class Glossary extends Kind {
    private static final Map<String, String> PARTS =
            Map.of("sales", "sales reports", "stock", "stock control", "price", "pricing and promotions");
    private final List<String> order = List.of("stock", "sales", "price");
    private final List<String> lines = Lines.of("words/glossary");

    public Glossary(Shop shop, House house) {
        super(shop, house, "glossary");
    }

    @Override
    public int capacity() {
        return order.size();
    }

    @Override
    public int share() {
        return 2;
    }

    @Override
    public Entry entry(int i) {
        String part = order.get(i);
        String title =
                phrases.say(house.draw("title/" + name() + part), "title", "part", PARTS.getOrDefault(part, part));
        return new Entry(this, i, name() + "/" + part + ".md", "GL-" + (i + 1), title, workday(months.date(0)));
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        begin(
                entry,
                page,
                house.person("glossary"),
                "department",
                "Planning",
                "version",
                Integer.toString(draw.between(2, 7)));
        page.say(phrases.say(draw, "intro")).blank();
        for (String line : lines) {
            String[] parts = line.split(" \\| ", -1);
            if (parts[0].equals(order.get(entry.number()))) {
                Subject term = new Subject(Subject.Kind.TERM, parts[1], parts[1]);
                Fact definition = new Fact(Measures.DEFINITION, term, "", Value.of(parts[2]), null);
                page.item(phrases.say(draw, "entry", "term", parts[1], "definition", parts[2]), definition);
            }
        }
        links(entry, page, draw, catalogue, List.of("faq/1.md", "faq/2.md", "glossary/sales.md", "glossary/stock.md"));
    }
}
