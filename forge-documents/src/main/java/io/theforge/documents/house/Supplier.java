package io.theforge.documents.house;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;

/**
 * Who delivers part of a category.
 *
 * @param code "SUP-004"
 * @param category index of the category
 */
public record Supplier(
        String code, String name, int category, String contact, int leadDays, int paymentDays, int minimumOrder) {

    public Subject subject() {
        return new Subject(Subject.Kind.SUPPLIER, code, name + " (" + code + ")");
    }

    public Fact contactFact() {
        return fact(Measures.CONTACT, Value.of(contact));
    }

    public Fact leadDaysFact() {
        return fact(Measures.LEAD_DAYS, Value.of(leadDays));
    }

    public Fact paymentDaysFact() {
        return fact(Measures.PAYMENT_DAYS, Value.of(paymentDays));
    }

    public Fact minimumOrderFact() {
        return fact(Measures.MINIMUM_ORDER, Value.of(minimumOrder));
    }

    private Fact fact(Measure measure, Value value) {
        return new Fact(measure, subject(), "", value, null);
    }
}
