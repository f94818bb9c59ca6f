package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** One query in SQL: by vector and by words. */
final class Search {
    /** How long a ranking is at least before the two become one. */
    static final int LEAST = 60;

    private static final String FILTER = " JOIN document_source s ON s.id = c.source_id WHERE"
            + " (CAST(? AS varchar) IS NULL OR s.source_type = ?) AND starts_with(s.source_path, ?)";

    /** BM25 with its usual constants; the ranking of equals is by age, on both databases. */
    private static final String BY_WORDS = """
            WITH hit AS (SELECT word, chunk, times, tokens FROM theforge.rag_word WHERE word IN (WORDS)AMONG),
            rare AS (SELECT word, ln(1 + (? - count(*) + 0.5) / (count(*) + 0.5)) AS weight FROM hit GROUP BY word)
            SELECT h.chunk, round(CAST(sum(r.weight * h.times * 2.2 / (h.times + 1.2 * (0.25 + 0.75 * h.tokens / ?))) AS decimal(18, 9)), 6)
            FROM hit h JOIN rare r ON r.word = h.word
            GROUP BY h.chunk ORDER BY 2 DESC, 1 LIMIT\s""";

    private final Sql sql;
    private final Dialect dialect;
    private final boolean filtered;
    private final List<Object> filter = new ArrayList<>();
    private final int count;
    private double total;
    private double averageTokens;

    Search(Sql sql, Dialect dialect, Filter filter, int count) throws SQLException {
        this.sql = sql;
        this.dialect = dialect;
        this.count = count;
        filtered = !filter.isOpen();
        if (filtered) {
            this.filter.add(filter.sourceType());
            this.filter.add(filter.sourceType());
            this.filter.add(filter.pathPrefix());
        }
        sql.each(
                row -> {
                    total = row.getDouble(1);
                    averageTokens = Math.max(1, row.getDouble(2));
                },
                "SELECT count(*), avg(c.token_count) FROM document_chunk c" + where(),
                this.filter.toArray());
    }

    private String where() {
        return filtered ? FILTER : "";
    }

    /** Returns how many chunks there are behind the filter. */
    long total() {
        return (long) total;
    }

    Dialect.Nearest byVector(String vector, List<Fusion.Ranked> others) throws SQLException {
        List<Long> ids = others.stream().map(Fusion.Ranked::id).toList();
        return dialect.nearest(sql, vector, where(), filter, count, ids);
    }

    List<Fusion.Ranked> byWords(List<Long> words) throws SQLException {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(filter);
        values.add(total);
        values.add(averageTokens);
        String among = filtered ? " AND chunk IN (SELECT c.id FROM document_chunk c" + FILTER + ")" : "";
        return sql.list(
                row -> new Fusion.Ranked(row.getLong(1), row.getDouble(2)),
                BY_WORDS.replace("WORDS", listed(words)).replace("AMONG", among) + count,
                values.toArray());
    }

    /** Numbers for an IN; none is like any. */
    static String listed(List<Long> numbers) {
        return numbers.isEmpty() ? "-1" : listedOrNone(numbers);
    }

    static String listedOrNone(Collection<? extends Number> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
