package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.question.Need;
import io.theforge.rag.agent.question.Topic;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Promotion;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.table.Tables;
import io.theforge.rag.agent.text.Dates;
import io.theforge.rag.agent.text.Forms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a promotion ran and what it took off. */
final class PromotionRows implements Rows {
    private static final Pattern ASKED = Pattern.compile("\\b(?:promotion|offer)\\b");
    private static final Pattern PRICE = Pattern.compile("\\bwhat did\\b.*\\bcost\\b|\\bprice\\b");
    private static final Pattern LENGTH = Pattern.compile("\\bhow (?:many days|long)\\b");
    private static final Pattern END = Pattern.compile("\\bend(?:s|ed)?\\b|\\blast day\\b");
    private static final Pattern START =
            Pattern.compile("\\b(?:begin|begins|began|start|starts|started)\\b|\\bfirst day\\b");
    private static final Pattern OFF =
            Pattern.compile("\\bdiscount\\b|\\breduced\\b|\\btake off\\b|\\btook off\\b|\\bper ?cent\\b|\\boff\\b");

    @Override
    public String tables() {
        return "promotion";
    }

    @Override
    public List<Finding> look(Mentions named, Catalog catalog, Tables tables) throws SQLException {
        Finding finding = find(named, tables);
        return finding == null ? List.of() : List.of(finding);
    }

    private static @Nullable Finding find(Mentions named, Tables tables) throws SQLException {
        String rest = named.rest();
        List<Dates.Named> months =
                named.dates().stream().filter(Dates.Named::isMonth).toList();
        if (!ASKED.matcher(rest).find() || named.products().size() != 1 || months.size() != 1) {
            return null;
        }
        Product product = named.products().get(0);
        Promotion promotion = only(
                named, tables.promotions(product.sku(), Period.of(months.get(0).month())));
        if (promotion == null) {
            return null;
        }
        Clue clue = new Clue(
                "promotion offer " + product.words() + " " + Period.day(promotion.start()) + " "
                        + Period.day(promotion.end()),
                new Scope(promotion.store(), product.sku(), null, null),
                List.of(promotion.start().toString(), promotion.end().toString()),
                List.of(),
                List.of());
        if (PRICE.matcher(rest).find()) {
            return price(promotion, clue, tables);
        }
        String text = text(rest, promotion);
        return text == null ? null : Finding.of(text, clue);
    }

    /** The one of the store that is named, else the one of the whole chain, else the only one. */
    private static @Nullable Promotion only(Mentions named, List<Promotion> all) {
        String store = named.stores().size() == 1 ? named.stores().get(0).code() : null;
        List<Promotion> fit = all.stream()
                .filter(promotion -> Objects.equals(promotion.store(), store))
                .toList();
        if (fit.isEmpty() && store == null) {
            fit = all;
        }
        return fit.size() == 1 ? fit.get(0) : null;
    }

    private static @Nullable String text(String rest, Promotion promotion) {
        if (LENGTH.matcher(rest).find()) {
            long days = ChronoUnit.DAYS.between(promotion.start(), promotion.end()) + 1;
            return "It was " + Forms.amount(BigDecimal.valueOf(days), "days") + ".";
        }
        if (END.matcher(rest).find()) {
            return "It was " + Period.day(promotion.end()) + ".";
        }
        if (START.matcher(rest).find()) {
            return "It was " + Period.day(promotion.start()) + ".";
        }
        if (!OFF.matcher(rest).find()) {
            return null;
        }
        return "It was "
                + (promotion.percent() != null
                        ? Forms.amount(promotion.percent(), "%")
                        : Forms.amount(Objects.requireNonNullElse(promotion.amount(), BigDecimal.ZERO), "USD"))
                + ".";
    }

    private static @Nullable Finding price(Promotion promotion, Clue clue, Tables tables) throws SQLException {
        BigDecimal regular = tables.regularPrice(promotion.sku(), promotion.store(), promotion.start());
        if (regular == null) {
            return null;
        }
        BigDecimal off = promotion.percent() != null
                ? regular.multiply(promotion.percent()).movePointLeft(2)
                : Objects.requireNonNullElse(promotion.amount(), BigDecimal.ZERO);
        BigDecimal price = regular.subtract(off).setScale(2, RoundingMode.HALF_UP);
        Need need =
                new Need(Topic.REGULAR_PRICE, Scope.ofProduct(promotion.sku()), Period.ofDay(promotion.start()), "");
        return new Finding("It was " + Forms.amount(price, "USD") + ".", List.of(clue), need, regular, null);
    }
}
