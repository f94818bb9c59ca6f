package io.theforge.rag.agent.fact;

import io.theforge.rag.agent.passage.Library;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.text.Amount;
import io.theforge.rag.agent.text.Amounts;
import io.theforge.rag.agent.text.Dates;
import io.theforge.rag.agent.text.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds facts in documents. */
public final class FactAnswers {
    private static final int PASSAGES = 10;
    private static final int FAR = 1000;
    private static final double NEAR = 3;
    private static final Pattern OF_SUPPLIER = Pattern.compile("\\bsupplier of\\b");

    private final Library library;
    private final Catalog catalog;

    public FactAnswers(Library library, Catalog catalog) {
        this.library = library;
        this.catalog = catalog;
    }

    /** Returns what documents say; null where they do not. */
    public @Nullable FactAnswer answer(String question, Mentions named) {
        if (!named.quotes().isEmpty()) {
            FactAnswer quoted = new QuotedFacts(library, catalog).answer(question, named);
            if (quoted != null) {
                return quoted;
            }
        }
        Slot slot = Slot.of(named.rest());
        if (slot == null || !Leftover.isNone(slot, named, question)) {
            return null;
        }
        List<String> names = new ArrayList<>(named.quotes());
        Names.in(question, catalog).forEach(name -> names.add(name.name()));
        if (slot != Slot.SUPPLIER
                && OF_SUPPLIER.matcher(named.rest()).find()
                && named.products().size() == 1) {
            FactAnswer supplier = supplier(named.products().get(0));
            return supplier == null ? null : ofSupplier(slot, supplier);
        }
        Found found = find(slot, question, new Subject(named, names));
        return found == null ? null : new FactAnswer(found.words(), List.of(found.statement()));
    }

    /** Returns who supplies a product. */
    public @Nullable FactAnswer supplier(Catalog.Product product) {
        String question = "Which supplier delivers " + product.words() + "?";
        Found found = find(Slot.SUPPLIER, question, new Subject(Mentions.in(question, catalog), List.of()));
        return found == null ? null : new FactAnswer(found.words(), List.of(found.statement()));
    }

    private @Nullable FactAnswer ofSupplier(Slot slot, FactAnswer supplier) {
        String question = slot.name().replace('_', ' ') + " " + supplier.words() + ", letter";
        Subject subject = new Subject(Mentions.in("", catalog), List.of(supplier.words()));
        Found found = find(slot, question, subject);
        if (found == null) {
            return null;
        }
        List<Statement> rests = new ArrayList<>(supplier.rests());
        rests.add(found.statement());
        return new FactAnswer(found.words(), rests);
    }

    private record Found(String words, Statement statement) {}

    private @Nullable Found find(Slot slot, String query, Subject subject) {
        Found best = null;
        double most = 0;
        for (Statement statement : library.find(query, PASSAGES)) {
            int fit = subject.fit(statement, library.about(statement), catalog);
            if (fit == 0) {
                continue;
            }
            Part part = part(slot, statement, subject);
            double score = part == null ? 0 : fit + (slot == Slot.CAUSE ? NEAR : 1) / (1 + part.distance());
            if (part != null && score > most) {
                most = score;
                best = new Found(part.words(), statement);
            }
        }
        return best;
    }

    /** A part of a statement that may be the answer. @param distance to a word that says what it is */
    private record Part(String words, int distance) {}

    private @Nullable Part part(Slot slot, Statement statement, Subject subject) {
        String text = statement.text();
        List<Part> parts = new ArrayList<>();
        switch (slot.kind()) {
            case AMOUNT -> {
                for (Amount amount : Amounts.in(text)) {
                    boolean isBare = slot == Slot.EXPECTED && amount.unit().isEmpty();
                    if (isBare || amount.unit().equals(slot.unit())) {
                        parts.add(new Part(
                                Forms.amount(amount.value(), slot.unit()),
                                slot.distance(text, amount.start(), amount.end())));
                    }
                }
            }
            case NAME -> {
                for (Names.Named name : Names.whole(text, catalog)) {
                    if (!subject.names().contains(name.name())) {
                        String near = statement.heading() + " ";
                        int above = slot.distance(near, near.length(), near.length());
                        int own = slot.distance(text, name.start(), name.end());
                        parts.add(new Part(name.name(), Math.min(own, above == Integer.MAX_VALUE ? above : FAR / 2)));
                    }
                }
            }
            case DAY -> {
                for (Dates.Named date : Dates.in(text)) {
                    if (date.isDay()) {
                        parts.add(new Part(Period.day(date.day()), slot.distance(text, date.start(), date.end())));
                    }
                }
            }
            case PHRASE -> {
                String told = Phrases.told(text);
                String first = told == null ? Phrases.first(text) : told;
                if (first != null) {
                    parts.add(new Part(first, told == null ? FAR / 2 : 0));
                }
            }
        }
        Part best = null;
        for (Part part : parts) {
            if (part.distance() < FAR && (best == null || part.distance() < best.distance())) {
                best = Objects.requireNonNull(part);
            }
        }
        return best;
    }
}
