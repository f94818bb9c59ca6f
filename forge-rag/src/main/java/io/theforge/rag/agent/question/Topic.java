package io.theforge.rag.agent.question;

import io.theforge.rag.agent.table.Metric;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A figure of stores, products or categories that the tables or the documents tell. */
public enum Topic {
    BASE_PRICE("base price, recommended retail", "USD", null, "\\bbase prices?\\b", "\\bbase\\b|retail|calculat"),
    BASE_COST("base cost", "USD", null, "\\bbase costs?\\b", "cost"),
    REGULAR_PRICE(
            "regular price", "USD", null, "\\b(?:regular|shelf|list|label) price\\b", "price|cost|label|shelf|usd"),
    /** Only documents tell of it. */
    TARGET(
            "target plan units",
            "units",
            null,
            "\\b(?:targets?|planned to sell|meant to sell|budget(?:ed)?|planned)\\b",
            "\\b(?:targets?|plan|planned|budget(?:ed)?|goal|aim|wanted|asked for|called for|set at|assumed|accepted|agreed|fixed)\\b"),
    STOCKOUT_DAYS(
            "article days with an empty shelf, out of stock, at zero",
            "days",
            Metric.STOCKOUT_DAYS,
            "\\b(?:stockout days?|stockouts|empty shel(?:f|ves)|shelf\\b.*\\bempty|shelves\\b.*\\bempty|out of stock|article days)\\b",
            "\\b(?:days?)\\b"),
    REVENUE(
            "revenue",
            "USD",
            Metric.REVENUE,
            "\\b(?:revenues?|turnover|takings?|take|took|takes|taken)\\b",
            "revenue|turnover|usd|worth|value|takings"),
    UNITS(
            "units sold",
            "units",
            Metric.UNITS,
            "\\b(?:units?|sell|sells|sold|sales|outsell|outsold|volume|pieces)\\b",
            "units?|sold|sales|sell|volume|figure|it|category|count|had|saw");

    private final String words;
    private final String unit;
    private final @Nullable Metric metric;
    private final Pattern asked;
    private final Pattern stated;

    Topic(String words, String unit, @Nullable Metric metric, String asked, String stated) {
        this.words = words;
        this.unit = unit;
        this.metric = metric;
        this.asked = Pattern.compile(asked);
        this.stated = Pattern.compile(stated, Pattern.CASE_INSENSITIVE);
    }

    /** Returns words to look for it with. */
    public String words() {
        return words;
    }

    public String unit() {
        return unit;
    }

    /** Returns how the tables sum it up; null where they do not. */
    public @Nullable Metric metric() {
        return metric;
    }

    boolean isAskedIn(String rest) {
        return asked.matcher(rest).find();
    }

    /** Returns whether a statement may tell of it. */
    public boolean mayBeStatedIn(String text) {
        return stated.matcher(text).find();
    }
}
