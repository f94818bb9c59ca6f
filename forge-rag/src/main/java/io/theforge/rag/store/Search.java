package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One query in SQL. */
final class Search implements Lookup {
    private static final String FILTER = " JOIN document_source s ON s.id = c.source_id WHERE"
            + " (CAST(? AS varchar) IS NULL OR s.source_type = ?) AND starts_with(s.source_path, ?)";

    /** BM25 with its usual constants; what stands in the index is read once for all questions. */
    private static final String BY_WORDS = """
            WITH asked (question, word) AS (VALUES ASKED),
            hit AS MATERIALIZED (SELECT word, chunk, times, tokens FROM theforge.rag_word WHERE word IN (WORDS)AMONG),
            rare AS (SELECT word, ln(1 + (? - count(*) + 0.5) / (count(*) + 0.5)) AS weight FROM hit GROUP BY word),
            weighed AS MATERIALIZED (SELECT h.chunk, h.word, r.weight * h.times * 2.2 / (h.times + 1.2 * (0.25 + 0.75 * h.tokens / ?)) AS score
                FROM hit h JOIN rare r ON r.word = h.word),
            scored AS (SELECT a.question, w.chunk, round(CAST(sum(w.score) AS decimal(18, 9)), 6) AS score
                FROM weighed w JOIN asked a ON a.word = w.word GROUP BY a.question, w.chunk),
            placed AS (SELECT question, chunk, score, row_number() OVER (PARTITION BY question ORDER BY score DESC, chunk) AS place FROM scored)
            SELECT question, chunk, score FROM placed WHERE place <= COUNT ORDER BY question, place""";

    private final Sql sql;
    private final Dialect dialect;
    private final boolean filtered;
    private final List<Object> filter = new ArrayList<>();
    private double total;
    private double averageTokens;

    Search(Sql sql, Dialect dialect, Filter filter) throws SQLException {
        this.sql = sql;
        this.dialect = dialect;
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

    @Override
    public long total() {
        return (long) total;
    }

    @Override
    public List<List<Ranked>> byWords(List<? extends Collection<Long>> questions, int count) throws SQLException {
        List<List<Ranked>> rankings = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (Collection<Long> words : questions) {
            for (Long word : words) {
                asked.add("(" + rankings.size() + "," + word + ")");
            }
            rankings.add(new ArrayList<>());
        }
        if (asked.isEmpty()) {
            return rankings;
        }
        List<Object> values = new ArrayList<>(filter);
        values.add(total);
        values.add(averageTokens);
        String among = filtered ? " AND chunk IN (SELECT c.id FROM document_chunk c" + FILTER + ")" : "";
        List<Long> words =
                questions.stream().flatMap(Collection::stream).distinct().toList();
        sql.each(
                row -> rankings.get(row.getInt(1)).add(new Ranked(row.getLong(2), row.getDouble(3))),
                BY_WORDS.replace("ASKED", String.join(",", asked))
                        .replace("WORDS", listed(words))
                        .replace("AMONG", among)
                        .replace("COUNT", Integer.toString(count)),
                values.toArray());
        return rankings;
    }

    @Override
    public Map<Long, Double> cosines(float[] vector, int count, Collection<Long> others) throws SQLException {
        return dialect.cosines(sql, Dialect.text(vector), where(), filter, count, others);
    }

    @Override
    public Map<Long, Passage> passages(Collection<Long> ids) throws SQLException {
        Map<Long, Passage> passages = new HashMap<>();
        sql.each(
                row -> passages.put(row.getLong(1), SqlStore.passage(row)),
                SqlStore.PASSAGES + " WHERE c.id IN (" + listed(ids) + ")");
        return passages;
    }

    /** Numbers for an IN; none is like any. */
    static String listed(Collection<Long> numbers) {
        return numbers.isEmpty() ? "-1" : listedOrNone(numbers);
    }

    static String listedOrNone(Collection<? extends Number> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
