package io.theforge.documents.shop;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import io.theforge.pricing.PromotionPlan;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Promotions. A product has at most one a month in the whole chain, or in a store. */
public final class Promotions {
    private final Plan plan;
    private final Months months;
    private final PromotionPlan promotions;

    Promotions(Plan plan, Months months) {
        this.plan = plan;
        this.months = months;
        promotions = new PromotionPlan(plan);
    }

    /** Goes through all of them, by product and month. */
    public void forEach(Consumer<Promotion> consumer) {
        promotions.forEachStored(consumer);
    }

    /** Returns what the table calls it: "March 2024: 15% off". */
    public String name(Promotion promotion) {
        return promotions.name(promotion);
    }

    public Fact start(Promotion promotion) {
        return fact(promotion, Measures.PROMOTION_START, "h.start_date", Value.of(months.date(promotion.startDay())));
    }

    public Fact end(Promotion promotion) {
        return fact(promotion, Measures.PROMOTION_END, "h.end_date", Value.of(months.date(promotion.endDay())));
    }

    /** Returns what is taken off, a share or an amount. */
    public Fact discount(Promotion promotion) {
        if (promotion.discountCents() > 0) {
            return fact(
                    promotion, Measures.DISCOUNT_AMOUNT, "h.discount_amount", Value.ofCents(promotion.discountCents()));
        }
        BigDecimal percent =
                BigDecimal.valueOf(promotion.discountBasisPoints(), 2).stripTrailingZeros();
        return fact(
                promotion,
                Measures.DISCOUNT_PCT,
                "h.discount_pct * 100",
                new Value.Number(percent.scale() < 0 ? percent.setScale(0) : percent));
    }

    /** Returns the store's code; empty in the whole chain. */
    public String storeCode(Promotion promotion) {
        return promotion.storeIndex() == PriceWindow.CHAIN
                ? ""
                : plan.stores().get(promotion.storeIndex()).code();
    }

    private Fact fact(Promotion promotion, Measure measure, String column, Value value) {
        Product product = plan.products().get(promotion.productIndex());
        String code = storeCode(promotion);
        int month = months.of(promotion.startDay());
        Subject subject = new Subject(
                Subject.Kind.PROMOTION,
                (code.isEmpty() ? "" : code + "/") + product.sku() + "/" + months.key(month),
                "the " + months.words(month) + " promotion of "
                        + Shop.subject(product).name() + (code.isEmpty() ? "" : " in " + code));
        String sql = Sql.promotion(
                column,
                product.sku(),
                Sql.scope(code),
                months.month(month).atDay(1),
                months.month(month).atEndOfMonth());
        return new Fact(measure, subject, months.key(month), value, sql);
    }
}
