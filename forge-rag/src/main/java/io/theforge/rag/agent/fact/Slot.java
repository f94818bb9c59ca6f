package io.theforge.rag.agent.fact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What shops and their suppliers tell each other, how it is asked for and by which words a statement of it is known. */
enum Slot {
    LEAD_TIME(
            "lead time|days does a delivery|long does a delivery|delivery time",
            "lead time|deliver|deliveries|arriv|arrival|order|orders",
            "days"),
    PAYMENT("payment term|invoices? .*\\bpaid|days? to pay", "payment|pay|payable|invoices?|settle", "days"),
    MINIMUM("minimum order", "minimum|at least|least|below|smaller sums|under|upwards|from", "USD"),
    SURCHARGE("surcharge", "surcharge|added|on top", "%"),
    EXPECTED(
            "expected|normally have sold|forecast",
            "expected|forecast|normal|usual|reckoned|instead|rather|against",
            "units"),
    DEMAND("demand", "demand", "%"),
    CONTACT("contact\\b", "contact|turn|write to|call|looks after|handles|partner|there for you", Kind.NAME),
    CHAIR("chair", "chair|chaired", Kind.NAME),
    MANAGER(
            "who (?:runs|manages|leads|heads)|manager of",
            "manages?|manager|led by|runs|heads|lead|responsibility|keys|reins|ask|call",
            Kind.NAME),
    CAUSE("caused?\\b|causes|why\\b|reason", "", Kind.PHRASE),
    LAST_ORDER(
            "(?:last day|deadline) for orders|orders .*\\bbe placed|order deadline",
            "orders?|deadline|ordering|portal|quantities",
            Kind.DAY),
    SUPPLIER(
            "who (?:supplies|delivers)|(?:which|what) supplier|where does .* come from",
            "supplie[sdr]|supplier|deliver|delivers|deliveries|orders|sourced|bought|comes|delivery|contract",
            Kind.NAME);

    /** What an answer is. */
    enum Kind {
        AMOUNT,
        NAME,
        DAY,
        PHRASE
    }

    private final Pattern asked;
    private final Pattern cue;
    private final Kind kind;
    private final String unit;

    Slot(String asked, String cue, String unit) {
        this(asked, cue, Kind.AMOUNT, unit);
    }

    Slot(String asked, String cue, Kind kind) {
        this(asked, cue, kind, "");
    }

    Slot(String asked, String cue, Kind kind, String unit) {
        this.asked = Pattern.compile("\\b(?:" + asked + ")");
        this.cue = Pattern.compile("\\b(?:" + cue + ")\\b", Pattern.CASE_INSENSITIVE);
        this.kind = kind;
        this.unit = unit;
    }

    /** Returns what a question in small letters asks for; null for something else. */
    static @Nullable Slot of(String rest) {
        for (Slot slot : values()) {
            if (slot.asked.matcher(rest).find()) {
                return slot;
            }
        }
        return null;
    }

    Kind kind() {
        return kind;
    }

    String unit() {
        return unit;
    }

    /** Returns a question in small letters without the words that ask for it. */
    String without(String rest) {
        return asked.matcher(rest).replaceAll(" ");
    }

    /** Returns how far a part of a statement is from the next of its words; a large number where it has none. */
    int distance(String text, int start, int end) {
        Matcher matcher = cue.matcher(text);
        int least = Integer.MAX_VALUE;
        while (matcher.find()) {
            int gap =
                    matcher.end() <= start ? start - matcher.end() : matcher.start() >= end ? matcher.start() - end : 0;
            least = Math.min(least, gap);
        }
        return least;
    }
}
