package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Statement;
import io.theforge.documents.fact.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Queries of one row and one column made of those of facts; null where a fact has none. */
final class Scalars {
    private Scalars() {}

    static BigDecimal number(Statement statement) {
        return ((Value.Number) statement.fact().value()).number();
    }

    static LocalDate day(Statement statement) {
        return ((Value.Day) statement.fact().value()).day();
    }

    static BigDecimal sum(List<Statement> statements) {
        return statements.stream().map(Scalars::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param form of SQL, with a place {@code %s} for each fact's query */
    static @Nullable String sql(String form, List<Statement> statements) {
        if (statements.stream().anyMatch(statement -> statement.fact().sql() == null)) {
            return null;
        }
        Object[] parts =
                statements.stream().map(s -> "(" + s.fact().sql() + ")").toArray();
        return "SELECT " + String.format(Locale.ROOT, form, parts);
    }

    static @Nullable String sqlOfSum(List<Statement> statements) {
        return sql(statements.stream().map(s -> "%s").collect(Collectors.joining(" + ")), statements);
    }

    /** Returns a query for the period of the largest or smallest of facts. @param order "DESC" or "ASC" */
    static @Nullable String sqlOfPeriod(List<Statement> statements, String order) {
        if (statements.stream().anyMatch(statement -> statement.fact().sql() == null)) {
            return null;
        }
        return statements.stream()
                .map(Statement::fact)
                .map(Scalars::periodAndValue)
                .collect(Collectors.joining(
                        " UNION ALL ", "SELECT period FROM (", ") AS periods ORDER BY amount " + order + " LIMIT 1"));
    }

    private static String periodAndValue(Fact fact) {
        return "SELECT '" + fact.period() + "' AS period, (" + fact.sql() + ") AS amount";
    }
}
