package io.theforge.rag.agent.fact;

import io.theforge.rag.agent.passage.About;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.text.Dates;
import java.util.List;
import java.util.Locale;

/** Whom a question is about: all of it has to be in a statement or at the top of its document. @param names as they are written */
record Subject(Mentions named, List<String> names) {

    /** Returns how well a statement fits; 0 where something is missing. */
    int fit(Statement statement, About about, Catalog catalog) {
        Mentions said = Mentions.in(statement.text(), catalog);
        Mentions above = Mentions.in(about.text() + "\n" + statement.heading() + "\n" + statement.before(), catalog);
        String text = (statement.text() + "\n" + statement.heading() + "\n" + about.text()).toLowerCase(Locale.ROOT);
        int fit = 1;
        for (Object thing : named.products()) {
            fit = add(
                    fit,
                    said.products().contains(thing),
                    above.products().contains(thing) && said.products().isEmpty());
        }
        for (Object thing : named.stores()) {
            fit = add(
                    fit,
                    said.stores().contains(thing),
                    above.stores().contains(thing) && said.stores().isEmpty());
        }
        for (Dates.Named date : named.dates()) {
            boolean isSaid = said.dates().stream().anyMatch(other -> other.key().startsWith(date.key()));
            fit = add(fit, isSaid, isAbove(date, about));
        }
        for (String name : names) {
            boolean isAbove = about.text().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
            fit = add(fit, isAbove, text.contains(name.toLowerCase(Locale.ROOT)));
        }
        return fit;
    }

    private static boolean isAbove(Dates.Named date, About about) {
        return Dates.in(about.text()).stream().anyMatch(other -> other.key().startsWith(date.key()))
                || date.isYear() && about.text().contains(date.key());
    }

    private static int add(int fit, boolean isSaid, boolean isAbove) {
        return fit == 0 || !isSaid && !isAbove ? 0 : fit + (isSaid ? 2 : 1);
    }
}
