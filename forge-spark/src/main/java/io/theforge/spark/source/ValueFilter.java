package io.theforge.spark.source;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.spark.sql.sources.AlwaysFalse;
import org.apache.spark.sql.sources.AlwaysTrue;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualNullSafe;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.IsNull;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Not;
import org.apache.spark.sql.sources.Or;
import org.apache.spark.sql.sources.StringContains;
import org.apache.spark.sql.sources.StringEndsWith;
import org.apache.spark.sql.sources.StringStartsWith;
import org.jspecify.annotations.Nullable;

/** A filter on one column without NULLs, asked about values of our own: codes, which are text, or dates. */
final class ValueFilter {
    private final Predicate<Comparable<?>> test;

    private ValueFilter(Predicate<Comparable<?>> test) {
        this.test = test;
    }

    /** Returns whether a row with this value may be wanted. */
    boolean keeps(Comparable<?> value) {
        return test.test(value);
    }

    /** Returns null where it is none that can be asked here, or compares with NULL. */
    static @Nullable ValueFilter of(Filter filter) {
        Predicate<Comparable<?>> test = test(filter);
        return test == null ? null : new ValueFilter(test);
    }

    private static @Nullable Predicate<Comparable<?>> test(Filter filter) {
        if (filter instanceof And and) {
            return both(test(and.left()), test(and.right()), true);
        } else if (filter instanceof Or or) {
            return both(test(or.left()), test(or.right()), false);
        } else if (filter instanceof Not not) {
            Predicate<Comparable<?>> inner = test(not.child());
            return inner == null ? null : inner.negate();
        } else if (filter instanceof IsNotNull || filter instanceof AlwaysTrue) {
            return value -> true;
        } else if (filter instanceof IsNull || filter instanceof AlwaysFalse) {
            return value -> false;
        } else if (filter instanceof EqualTo equal) {
            return compared(equal.value(), order -> order == 0);
        } else if (filter instanceof EqualNullSafe equal) {
            return compared(equal.value(), order -> order == 0);
        } else if (filter instanceof GreaterThan greater) {
            return compared(greater.value(), order -> order > 0);
        } else if (filter instanceof GreaterThanOrEqual greater) {
            return compared(greater.value(), order -> order >= 0);
        } else if (filter instanceof LessThan less) {
            return compared(less.value(), order -> order < 0);
        } else if (filter instanceof LessThanOrEqual less) {
            return compared(less.value(), order -> order <= 0);
        } else if (filter instanceof In in) {
            return oneOf(in.values());
        }
        return part(filter);
    }

    private static @Nullable Predicate<Comparable<?>> part(Filter filter) {
        if (filter instanceof StringStartsWith start) {
            return value -> value instanceof String text && text.startsWith(start.value());
        } else if (filter instanceof StringEndsWith end) {
            return value -> value instanceof String text && text.endsWith(end.value());
        } else if (filter instanceof StringContains part) {
            return value -> value instanceof String text && text.contains(part.value());
        }
        return null;
    }

    private static @Nullable Predicate<Comparable<?>> both(
            @Nullable Predicate<Comparable<?>> left, @Nullable Predicate<Comparable<?>> right, boolean isAnd) {
        if (left == null || right == null) {
            return null;
        }
        return isAnd ? left.and(right) : left.or(right);
    }

    private static @Nullable Predicate<Comparable<?>> compared(@Nullable Object given, IntPredicate wanted) {
        Object bound = ofOurs(given);
        if (bound instanceof String text) {
            return value -> value instanceof String code && wanted.test(code.compareTo(text));
        } else if (bound instanceof LocalDate date) {
            return value -> value instanceof LocalDate day && wanted.test(day.compareTo(date));
        }
        return null;
    }

    private static @Nullable Predicate<Comparable<?>> oneOf(@Nullable Object[] given) {
        Set<Object> values = new HashSet<>();
        for (Object each : given) {
            Object value = ofOurs(each);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values::contains;
    }

    /** Spark hands in dates as it is set to: of the new kind, or of the old. */
    private static @Nullable Object ofOurs(@Nullable Object given) {
        if (given instanceof Date date) {
            return date.toLocalDate();
        }
        return given instanceof String || given instanceof LocalDate ? given : null;
    }
}
