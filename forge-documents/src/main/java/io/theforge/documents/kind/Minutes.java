package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;
import io.theforge.documents.house.House;
import io.theforge.documents.house.Policies.Policy;
import io.theforge.documents.house.Policies.Rule;
import io.theforge.documents.shop.Sales;
import io.theforge.documents.shop.Shop;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import io.theforge.documents.text.Page;
import io.theforge.plan.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the team of a store, or of a category, talked about and decided in a month. */
public final class Minutes extends MonthKind {
    public Minutes(Shop shop, House house) {
        super(
                shop,
                house,
                "minutes",
                shop.stores().size() + shop.categories().size(),
                team -> team < shop.stores().size()
                        ? shop.store(team)
                        : shop.category(team - shop.stores().size()));
    }

    @Override
    public int share() {
        return 14;
    }

    /** Who meets. @param code in paths @param sales what the figures are of */
    private record Team(String code, String name, String chair, Sales sales) {}

    private Team team(int thing) {
        if (thing < shop.stores().size()) {
            Store store = shop.stores().get(thing);
            String chair = house.person("store manager " + store.code());
            return new Team(store.code(), store.name() + " store team", chair, shop.store(thing));
        }
        int category = thing - shop.stores().size();
        String name = shop.categories().get(category);
        String chair = house.person("category manager " + name);
        return new Team("buying-" + (category + 1), name + " buying team", chair, shop.category(category));
    }

    @Override
    public Entry entry(int i) {
        Team team = team(thing(i));
        int month = month(i);
        Draw draw = house.draw("title/" + name() + team.code() + month);
        LocalDate day = workday(months.month(month).plusMonths(1).atDay(draw.between(2, 25)));
        String title = phrases.say(draw, "title", "team", team.name(), "day", Forms.day(day));
        return new Entry(this, i, path(team.code(), month), "MIN-" + months.key(month) + "-" + team.code(), title, day);
    }

    @Override
    public void write(Entry entry, Page page, Catalogue catalogue) {
        Draw draw = draw(entry);
        Team team = team(thing(entry.number()));
        int month = month(entry.number());
        begin(entry, page, team.chair(), "team", quoted(team.name()), "kind", "minutes");
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            others.add(house.person("team " + team.code() + " " + i));
        }
        Subject meeting = new Subject(Subject.Kind.MEETING, entry.id(), entry.title());
        Fact chair = new Fact(Measures.CHAIR, meeting, entry.date().toString(), Value.of(team.chair()), null);
        List<String> there = others.subList(0, draw.between(2, 4));
        page.line(phrases.say(draw, "people", "chair", team.chair(), "others", String.join(", ", there)), chair);
        page.heading(2, phrases.say(draw, "figures", "month", months.words(month)));
        figures(page, draw, team, thing(entry.number()), month);
        page.heading(2, phrases.say(draw, "points"));
        for (int i = draw.between(2, 4); i > 0; i--) {
            page.item(phrases.say(draw, "colour"));
        }
        policy(page, draw, entry.date());
        actions(page, draw, meeting, there, entry.date());
        page.line(phrases.say(
                draw, "ends", "hour", draw.between(9, 17) + ":" + draw.pick(List.of("05", "15", "20", "40", "50"))));
        links(
                entry,
                page,
                draw,
                catalogue,
                List.of(
                        "store-reviews/" + months.key(month) + "-" + team.code() + ".md",
                        "stock-reports/" + months.key(month) + "-" + team.code() + ".md",
                        "category-reviews/" + months.key(month) + "-"
                                + team.code().replace("buying-", "") + ".md",
                        "stores/" + team.code() + ".md"));
    }

    private void figures(Page page, Draw draw, Team team, int thing, int month) {
        said(page, draw, "units", team, month);
        if (month > 0 && draw.chance(0.6)) {
            said(page, draw, "earlier", team, draw.below(month));
        }
        if (draw.chance(0.5)) {
            chain(page, draw, month);
        }
        if (month + 1 < months.count()) {
            Fact target = house.target(team.sales(), month + 1);
            page.say(phrases.say(draw, "target", "month", months.words(month + 1), "target", amount(target)), target);
        }
        if (thing < shop.stores().size() && draw.chance(0.6)) {
            Fact empty = shop.stock().daysOf(shop.stores().get(thing), month);
            page.say(
                    phrases.say(
                            draw,
                            "stock",
                            "days",
                            StockWords.days(empty),
                            "month",
                            months.words(month),
                            "scope",
                            team.sales().subject().name()),
                    empty);
        }
        page.blank();
    }

    /** Says what the whole chain sold, which is easily taken for the team's figure. */
    private void chain(Page page, Draw draw, int month) {
        Fact units = shop.chain().units(month);
        page.say(phrases.say(draw, "chain", "units", Forms.of(units), "month", months.words(month)), units);
    }

    private void said(Page page, Draw draw, String section, Team team, int month) {
        Fact units = team.sales().units(month);
        String words = phrases.say(
                draw,
                section,
                "chair",
                team.chair(),
                "units",
                Forms.of(units),
                "month",
                months.words(month),
                "scope",
                team.sales().subject().name());
        page.say(words, units);
    }

    /** Says a figure of the version that was in force on the day, and the one before it. */
    private void policy(Page page, Draw draw, LocalDate day) {
        Policy policy = draw.pick(house.policies().all());
        Rule rule = draw.pick(policy.rules());
        int version = policy.versions() - 1;
        while (version > 0 && policy.from().get(version).isAfter(day)) {
            version--;
        }
        Fact fact = policy.fact(rule, version);
        Fact before = policy.fact(rule, Math.max(0, version - 1));
        if (version == 0 || policy.from().get(version).isAfter(day)) {
            return;
        }
        String old = PolicyPaper.value(before);
        String said = phrases.say(
                draw,
                "policy",
                "title",
                policy.title(),
                "what",
                "\"" + rule.measure().words() + "\"",
                "value",
                PolicyPaper.value(fact),
                "day",
                Forms.day(policy.from().get(version)),
                "before",
                old);
        page.item(said, said.contains(old) ? new Fact[] {fact, before} : new Fact[] {fact});
    }

    private void actions(Page page, Draw draw, Subject meeting, List<String> people, LocalDate date) {
        page.heading(2, phrases.say(draw, "actions"));
        page.head("No.", "Action", "Who", "By");
        int count = draw.between(2, 4);
        for (int i = 1; i <= count; i++) {
            String task = phrases.say(draw, "task");
            String person = draw.pick(people);
            LocalDate by = workday(date.plusDays(draw.between(5, 40)));
            Subject action = new Subject(
                    Subject.Kind.MEETING, meeting.key() + "/" + i, "\"" + task + "\" (" + meeting.name() + ")");
            Fact owner = new Fact(Measures.OWNER, action, date.toString(), Value.of(person), null);
            Fact deadline = new Fact(Measures.DEADLINE, action, date.toString(), Value.of(by), null);
            page.row(List.of(Integer.toString(i), task, person, Forms.day(by)), owner, deadline);
        }
        page.blank();
    }
}
