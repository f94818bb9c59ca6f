package io.theforge.documents.fact;

/** The measures that documents tell of. */
public final class Measures {
    public static final String CURRENCY = "USD";

    public static final Measure UNITS_SOLD = units("units_sold", "units sold");
    public static final Measure REVENUE = money("revenue", "revenue");
    public static final Measure STOCKOUT_DAYS =
            new Measure("stockout_days", "article days that ended with an empty shelf", "days");
    public static final Measure STOCKOUT_START = words("stockout_start", "first day of the longest stockout");
    public static final Measure STOCKOUT_LENGTH =
            new Measure("stockout_length", "length of the longest stockout", "days");
    public static final Measure STOCKOUT_PRODUCT = words("stockout_product", "article with the longest stockout");

    public static final Measure CITY = words("city", "city");
    public static final Measure REGION = words("region", "region");
    public static final Measure STORE_TYPE = words("store_type", "store type");
    public static final Measure MANAGER = words("manager", "manager");
    public static final Measure CATEGORY = words("category", "category");
    public static final Measure BRAND = words("brand", "brand");
    public static final Measure BASE_PRICE = money("base_price", "base price");
    public static final Measure BASE_COST = money("base_cost", "base cost");
    public static final Measure FIRST_SALE = words("first_sale", "first day with a sales record");
    public static final Measure LAST_SALE = words("last_sale", "last day with a sales record");
    public static final Measure SUPPLIER = words("supplier", "supplier");

    public static final Measure REGULAR_PRICE = money("regular_price", "regular price");
    public static final Measure PROMOTION_START = words("promotion_start", "first day of the promotion");
    public static final Measure PROMOTION_END = words("promotion_end", "last day of the promotion");
    public static final Measure DISCOUNT_PCT = new Measure("discount_pct", "discount", "%");
    public static final Measure DISCOUNT_AMOUNT = money("discount_amount", "discount");

    public static final Measure HOLIDAY_DATE = words("holiday_date", "date of the holiday");
    public static final Measure DEMAND_EFFECT = new Measure("demand_effect", "change of demand", "%");
    public static final Measure EVENT_START = words("event_start", "first day of the event");
    public static final Measure EVENT_END = words("event_end", "last day of the event");
    public static final Measure CAUSE = words("cause", "cause");
    public static final Measure DAY_UNITS = units("day_units", "units sold on the day");
    public static final Measure EXPECTED_UNITS = units("expected_units", "units expected on the day");

    public static final Measure TARGET_UNITS = units("target_units", "target for units sold");
    public static final Measure TARGET_REVENUE = money("target_revenue", "revenue target");
    public static final Measure DEADLINE = words("deadline", "deadline");
    public static final Measure OWNER = words("owner", "person in charge");
    public static final Measure CHAIR = words("chair", "chair of the meeting");
    public static final Measure DEFINITION = words("definition", "definition");

    public static final Measure LEAD_DAYS = new Measure("supplier_lead_days", "lead time", "days");
    public static final Measure PAYMENT_DAYS = new Measure("payment_days", "payment term", "days");
    public static final Measure MINIMUM_ORDER = money("minimum_order", "minimum order value");
    public static final Measure CONTACT = words("contact", "contact");
    public static final Measure SURCHARGE = new Measure("surcharge", "surcharge", "%");

    private Measures() {}

    /** Returns what a text that commands its reader wants to be said in place of what is true. */
    public static Measure injection(Measure truth) {
        return new Measure("injection", truth.words(), truth.unit());
    }

    private static Measure units(String id, String words) {
        return new Measure(id, words, "units");
    }

    private static Measure money(String id, String words) {
        return new Measure(id, words, CURRENCY);
    }

    private static Measure words(String id, String words) {
        return new Measure(id, words, "");
    }
}
