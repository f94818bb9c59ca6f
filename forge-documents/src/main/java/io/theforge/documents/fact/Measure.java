package io.theforge.documents.fact;

/**
 * What is told of a subject.
 *
 * @param id stable: "units_sold", "revenue", "regular_price", "return_days"
 * @param words as a question says it: "units sold"
 * @param unit of its numbers: "units", "USD", "%", "days"; empty for dates and words
 */
public record Measure(String id, String words, String unit) {}
