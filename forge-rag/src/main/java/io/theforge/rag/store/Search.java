package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One query in SQL: each statement has its price, so what is asked twice is read once. */
final class Search implements Lookup {
    private static final String FILTER = " JOIN document_source s ON s.id = c.source_id WHERE"
            + " (CAST(? AS varchar) IS NULL OR s.source_type = ?) AND starts_with(s.source_path, ?)";

    private final Sql sql;
    private final Dialect dialect;
    private final boolean hasWords;
    private final String vector;
    private final String where;
    private final List<Object> filter = new ArrayList<>();
    private final Postings postings;
    private long total;

    /** @param hasWords false where nothing is found but by meaning */
    Search(Sql sql, Dialect dialect, boolean hasWords, Filter filter, float[] vector) throws SQLException {
        this.sql = sql;
        this.dialect = dialect;
        this.hasWords = hasWords;
        where = filter.isOpen() ? "" : FILTER;
        if (!filter.isOpen()) {
            this.filter.add(filter.sourceType());
            this.filter.add(filter.sourceType());
            this.filter.add(filter.pathPrefix());
        }
        postings = postings(filter.isOpen());
        this.vector = Dialect.text(vector);
        dialect.compare(sql, this.vector, where, this.filter);
    }

    private Postings postings(boolean all) throws SQLException {
        String ids = all ? "NULL" : "string_agg(CAST(c.id AS varchar), ',')";
        return sql.list(
                        row -> {
                            total = row.getLong(1);
                            return new Postings(
                                    total, Math.max(1, row.getDouble(2)), all ? null : numbers(row.getString(3)));
                        },
                        "SELECT count(*), avg(c.token_count), " + ids + " FROM document_chunk c" + where,
                        filter.toArray())
                .get(0);
    }

    private static BitSet numbers(@Nullable String listed) {
        BitSet numbers = new BitSet();
        if (listed != null) {
            for (String number : listed.split(",", -1)) {
                numbers.set(Integer.parseInt(number));
            }
        }
        return numbers;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public List<List<Ranked>> byWords(List<? extends Collection<Long>> questions, int count) throws SQLException {
        List<Long> unknown = postings.unknown(questions);
        if (!unknown.isEmpty()) {
            postings.addNowhere(unknown);
            if (hasWords) {
                dialect.postings(sql, unknown, postings);
            }
        }
        return postings.rankings(questions, count);
    }

    @Override
    public List<Long> nearest(int count) throws SQLException {
        return dialect.nearest(sql, vector, where, filter, count);
    }

    @Override
    public Map<Long, Compared> passages(Collection<Long> ids) throws SQLException {
        Map<Long, Compared> passages = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.each(
                    row -> passages.put(
                            row.getLong(1), new Compared(SqlStore.passage(row), row.getDouble(SqlStore.COLUMNS + 1))),
                    SqlStore.selected(dialect.cosine(vector)) + " WHERE c.id IN (" + listed(ids) + ")");
        }
        return passages;
    }

    static String listed(Collection<? extends Number> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
