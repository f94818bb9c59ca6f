package io.theforge.documents.fact;

import org.jspecify.annotations.Nullable;

/**
 * Something that is true. Two facts are the same where measure, subject and period are.
 *
 * @param period "2024", "2024-03", "2024-03-05", "2024-03-05 to 2024-03-11"; empty where it holds throughout
 * @param sql a query of one row and one column on the seven tables, for PostgreSQL and DuckDB alike, that gives the value; null where the tables
 *     do not hold it
 */
public record Fact(
        Measure measure,
        Subject subject,
        String period,
        Value value,
        @Nullable String sql) {}
