package io.theforge.spark.source;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * A filter on one column without NULLs, asked about values of our own: codes, which are text, or dates, which are days since 1970-01-01.
 * Spark hands in both as it has them inside, so that no time zone and no kind of calendar comes between.
 */
final class ValueFilter {
    private final Predicate<Object> test;

    private ValueFilter(Predicate<Object> test) {
        this.test = test;
    }

    /** Returns whether a row with this value may be wanted. @param value a {@link String} or an {@link Integer} */
    boolean keeps(Object value) {
        return test.test(value);
    }

    /** Returns null where it is none that can be asked here, or compares with NULL. */
    static @Nullable ValueFilter of(Expression filter) {
        Predicate<Object> test = test(filter);
        return test == null ? null : new ValueFilter(test);
    }

    private static @Nullable Predicate<Object> test(Expression filter) {
        if (!(filter instanceof org.apache.spark.sql.connector.expressions.filter.Predicate predicate)) {
            return null;
        }
        Expression[] of = predicate.children();
        return switch (predicate.name()) {
            case "AND" -> both(test(of[0]), test(of[1]), true);
            case "OR" -> both(test(of[0]), test(of[1]), false);
            case "NOT" -> {
                Predicate<Object> inner = test(of[0]);
                yield inner == null ? null : inner.negate();
            }
            case "ALWAYS_TRUE" -> value -> true;
            case "ALWAYS_FALSE" -> value -> false;
            case "IS_NOT_NULL" -> isColumn(of[0]) ? value -> true : null;
            case "IS_NULL" -> isColumn(of[0]) ? value -> false : null;
            case "=", "<=>" -> compared(of[0], of[1], order -> order == 0);
            case "<>" -> compared(of[0], of[1], order -> order != 0);
            case ">" -> compared(of[0], of[1], order -> order > 0);
            case ">=" -> compared(of[0], of[1], order -> order >= 0);
            case "<" -> compared(of[0], of[1], order -> order < 0);
            case "<=" -> compared(of[0], of[1], order -> order <= 0);
            case "IN" -> oneOf(of);
            case "STARTS_WITH" -> text(of, String::startsWith);
            case "ENDS_WITH" -> text(of, String::endsWith);
            case "CONTAINS" -> text(of, String::contains);
            default -> null;
        };
    }

    private static boolean isColumn(Expression expression) {
        return expression instanceof NamedReference;
    }

    private static @Nullable Predicate<Object> both(
            @Nullable Predicate<Object> left, @Nullable Predicate<Object> right, boolean isAnd) {
        if (left == null || right == null) {
            return null;
        }
        return isAnd ? left.and(right) : left.or(right);
    }

    /** @param wanted asks how the left compares with the right, either of which may be the column */
    private static @Nullable Predicate<Object> compared(Expression left, Expression right, IntPredicate wanted) {
        if (isColumn(left)) {
            Object bound = constant(right);
            return bound == null ? null : value -> wanted.test(order(value, bound));
        }
        Object bound = constant(left);
        return bound == null || !isColumn(right) ? null : value -> wanted.test(order(bound, value));
    }

    /** Codes are ASCII, of which bytes, as Spark compares them, have the order of characters. */
    private static int order(Object left, Object right) {
        return left instanceof Integer day && right instanceof Integer other
                ? day.compareTo(other)
                : left.toString().compareTo(right.toString());
    }

    private static @Nullable Predicate<Object> oneOf(Expression[] columnAndValues) {
        Set<Object> values = new HashSet<>();
        for (int i = 1; i < columnAndValues.length; i++) {
            Object value = constant(columnAndValues[i]);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return isColumn(columnAndValues[0]) ? values::contains : null;
    }

    /** How two texts are compared: the column's value with another. */
    private interface TextTest {
        boolean test(String value, String part);
    }

    private static @Nullable Predicate<Object> text(Expression[] of, TextTest test) {
        return isColumn(of[0]) && constant(of[1]) instanceof String part
                ? value -> test.test(value.toString(), part)
                : null;
    }

    /** Returns a text or a whole number; null where it is no constant, another one or NULL. */
    private static @Nullable Object constant(Expression expression) {
        if (!(expression instanceof Literal<?> literal)) {
            return null;
        }
        if (literal.value() instanceof UTF8String text) {
            return text.toString();
        }
        return literal.value() instanceof Integer ? literal.value() : null;
    }
}
