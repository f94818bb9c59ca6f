package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Value;
import io.theforge.documents.text.Forms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer and its other forms. @param tolerance of a number; null where the answer is none */
record Reply(String answer, List<String> accepted, @Nullable BigDecimal tolerance) {
    static final Reply NONE = new Reply("", List.of(), null);

    /** Returns the answer that a fact is. */
    static Reply of(Fact fact, Wording wording) {
        String unit = fact.measure().unit();
        if (fact.measure().id().equals("order_cutoff_hour")) {
            return hour(Integer.parseInt(Forms.of(fact)));
        }
        if (fact.value() instanceof Value.Number number) {
            return number(number.number(), unit, BigDecimal.ZERO);
        }
        return fact.value() instanceof Value.Day day ? day(day.day()) : wording.named(fact);
    }

    static Reply number(BigDecimal number, String unit, BigDecimal tolerance) {
        String grouped = Forms.number(number);
        String plain = number.toPlainString();
        List<String> all = switch (unit) {
            case "USD" -> List.of("USD " + grouped, "USD " + plain, "$" + grouped, "$" + plain, grouped, plain);
            case "%" -> List.of(grouped + "%", grouped + " per cent", grouped + " percent", grouped);
            case "" -> List.of(grouped, plain);
            default -> {
                String word = plain.equals("1") && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
                yield List.of(grouped + " " + word, plain + " " + word, grouped, plain);
            }
        };
        return new Reply(all.get(0), rest(all), tolerance);
    }

    static Reply day(LocalDate day) {
        String month = Forms.month(YearMonth.from(day));
        String name = month.substring(0, month.indexOf(' '));
        return words(Forms.day(day), day.toString(), name + " " + day.getDayOfMonth() + ", " + day.getYear());
    }

    static Reply month(YearMonth month) {
        return words(Forms.month(month), month.toString());
    }

    /** @param all the canonical form first */
    static Reply words(String... all) {
        return new Reply(all[0], rest(List.of(all)), null);
    }

    private static Reply hour(int hour) {
        int half = hour > 12 ? hour - 12 : hour;
        String part = hour >= 12 ? "pm" : "am";
        return words(hour + ":00", Integer.toString(hour), half + " " + part, half + ":00 " + part);
    }

    private static List<String> rest(List<String> all) {
        return all.stream()
                .skip(1)
                .distinct()
                .filter(form -> !form.equals(all.get(0)))
                .toList();
    }
}
