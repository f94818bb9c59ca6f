package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Value;
import io.theforge.documents.house.House;
import io.theforge.documents.shop.Events;
import io.theforge.documents.shop.Events.Holiday;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How the chain, or a region, prepares for a holiday. */
public final class HolidayPlan extends Kind {
    private final Events events = shop.events();
    private final List<Holiday> holidays = new ArrayList<>();
    private final Spread order;

    public HolidayPlan(Shop shop, House house) {
        super(shop, house, "holiday-plans");
        for (Holiday holiday : events.holidays()) {
            if (events.date(holiday) != null) {
                holidays.add(holiday);
            }
        }
        order = spread(holidays.size() * (shop.regions().size() + 1));
    }

    @Override
    public int capacity() {
        return order.size();
    }

    @Override
    public int share() {
        return 10;
    }

    private Holiday holiday(int i) {
        return holidays.get(order.at(i) / (shop.regions().size() + 1));
    }

    private Sales scope(int i) {
        int scope = order.at(i) % (shop.regions().size() + 1);
        return scope == 0 ? shop.chain() : shop.region(scope - 1);
    }

    private static String words(Sales scope) {
        return scope.subject().name();
    }

    @Override
    public Entry entry(int i) {
        Holiday holiday = holiday(i);
        LocalDate day = months.date(holiday.day());
        String key = day + "-" + order.at(i) % (shop.regions().size() + 1);
        Draw draw = house.draw("title/" + name() + key);
        String title = phrases.say(
                draw,
                "title",
                "holiday",
                holiday.name(),
                "year",
                Integer.toString(day.getYear()),
                "scope",
                words(scope(i)));
        return new Entry(
                this, i, name() + "/" + key + ".md", "HP-" + key, title, workday(day.minusDays(draw.between(25, 60))));
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        Holiday holiday = holiday(entry.number());
        Sales scope = scope(entry.number());
        String author = house.person("operations " + scope.subject().key());
        begin(
                entry,
                page,
                author,
                "scope",
                quoted(words(scope)),
                "department",
                "Operations",
                "version",
                Integer.toString(draw.between(1, 3)));
        day(page, draw, holiday, "date");
        Fact effect = events.effect(holiday);
        String weekday = Forms.weekday(months.date(holiday.day()));
        if (effect == null) {
            page.say(phrases.say(draw, "noeffect", "weekday", weekday));
        } else {
            page.say(phrases.say(draw, "effect", "effect", amount(effect)), effect);
        }
        int next = (holidays.indexOf(holiday) + 1) % holidays.size();
        if (holidays.size() > 1 && draw.chance(0.7)) {
            day(page, draw, holidays.get(next), "other");
        }
        boolean staffFirst = draw.chance(0.5);
        if (staffFirst) {
            part(page, draw, "staff");
        }
        supply(page, draw, holiday, scope, entry.date());
        if (!staffFirst) {
            part(page, draw, "staff");
        }
        List<String> paths = new ArrayList<>();
        for (int s = 0; s <= shop.regions().size(); s++) {
            paths.add(name() + "/" + months.date(holiday.day()) + "-" + s + ".md");
        }
        paths.add(name() + "/" + months.date(holidays.get(next).day()) + "-0.md");
        links(entry, page, draw, catalogue, paths);
        sign(page, draw, author, "Operations");
    }

    private void day(Page page, Draw draw, Holiday holiday, String section) {
        Fact date = Objects.requireNonNull(events.date(holiday));
        LocalDate day = months.date(holiday.day());
        String said = phrases.say(
                draw,
                section,
                "holiday",
                holiday.name(),
                "other",
                holiday.name(),
                "year",
                Integer.toString(day.getYear()),
                "weekday",
                Forms.weekday(day),
                "day",
                Forms.of(date));
        page.say(said, date);
    }

    private void supply(Page page, Draw draw, Holiday holiday, Sales scope, LocalDate written) {
        page.heading(2, phrases.say(draw, "supply"));
        Fact date = Objects.requireNonNull(events.date(holiday));
        LocalDate deadline = months.date(holiday.day())
                .minusDays(house.draw("deadline/" + date.subject().key()).between(6, 16));
        Fact last = new Fact(Measures.DEADLINE, date.subject(), date.period(), Value.of(workday(deadline)), null);
        page.say(phrases.say(draw, "deadline", "day", Forms.of(last)), last);
        int month = months.before(written);
        if (month >= 0) {
            Fact units = scope.units(month);
            page.say(
                    phrases.say(
                            draw,
                            "last",
                            "month",
                            months.words(month),
                            "scope",
                            words(scope),
                            "units",
                            Forms.of(units)),
                    units);
        }
        page.say(phrases.say(draw, "goods")).say(phrases.say(draw, "goods")).blank();
    }

    private void part(Page page, Draw draw, String section) {
        page.heading(2, phrases.say(draw, section));
        for (int i = draw.between(2, 4); i > 0; i--) {
            page.item(phrases.say(draw, "colour"));
        }
    }
}
