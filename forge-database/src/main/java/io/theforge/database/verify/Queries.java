package io.theforge.database.verify;

import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs the checks' SQL, which is written once for both targets. In it {@code {sales_daily}} stands for our rows of that table
 * (the planned days of the calendar, and as {@code {own calendar}} those that we entered), the plain name for all rows, {@code :first_day} and {@code :last_day} for the
 * dataset's ends; all of them become bound parameters.
 */
public final class Queries {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(own )?(\\w+)}|:(first|last)_day\\b");

    private final Sql sql;
    private final @Nullable Scope scope;

    /** The rows under judgement: null scope = nothing here is ours. */
    public Queries(Sql sql, @Nullable Scope scope) {
        this.sql = sql;
        this.scope = scope;
    }

    /** The dataset's own rows and days. */
    public record Scope(RecordedDataset recorded, LocalDate firstDay, LocalDate lastDay) {}

    /** Reads one row at a time. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Whether there are rows of ours to ask about. */
    boolean hasScope() {
        return scope != null;
    }

    Sql sql() {
        return sql;
    }

    /** The single number that a query gives. */
    long number(String query) throws SQLException {
        long[] number = {0};
        forEach(query, row -> number[0] = row.getLong(1));
        return number[0];
    }

    /** Streams the rows, a few thousand in memory at a time. */
    public void forEach(String query, RowReader reader, Object... more) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        String expanded = expand(query, parameters);
        parameters.addAll(List.of(more));
        try (PreparedStatement statement = sql.connection().prepareStatement(sql.own(expanded))) {
            statement.setFetchSize(10_000);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private String expand(String query, List<Object> parameters) {
        Matcher matcher = PLACEHOLDER.matcher(query);
        StringBuilder expanded = new StringBuilder();
        while (matcher.find()) {
            String table = matcher.group(2);
            matcher.appendReplacement(
                    expanded,
                    table == null
                            ? day(matcher.group(3), parameters)
                            : ourRows(Table.named(table), matcher.group(1) != null, parameters));
        }
        return matcher.appendTail(expanded).toString();
    }

    private Scope scope() {
        if (scope == null) {
            throw new IllegalStateException("no dataset of ours to ask about");
        }
        return scope;
    }

    private String day(String which, List<Object> parameters) {
        parameters.add(which.equals("first") ? scope().firstDay() : scope().lastDay());
        return "CAST(? AS date)";
    }

    /** @param entered whether of the calendar only those days are meant that were not there before */
    private String ourRows(Table table, boolean entered, List<Object> parameters) {
        StringBuilder rows = new StringBuilder("(SELECT * FROM ")
                .append(table.qualifiedName())
                .append(" WHERE ");
        if (table.hasId()) {
            List<Ids.Block> blocks = scope().recorded().ours().blocks(table);
            rows.append(blocks.isEmpty() ? "1 = 0" : "");
            for (int i = 0; i < blocks.size(); i++) {
                rows.append(i == 0 ? "" : " OR ").append("id BETWEEN ? AND ?");
                parameters.add(blocks.get(i).first());
                parameters.add(blocks.get(i).last());
            }
        } else if (entered && scope().recorded().ownDays().isEmpty()) {
            rows.append("1 = 0");
        } else if (entered) {
            rows.append("date IN (SELECT CAST(unnest(string_to_array(?, ' ')) AS date))");
            parameters.add(scope().recorded().ownDays().stream()
                    .sorted()
                    .map(LocalDate::toString)
                    .collect(Collectors.joining(" ")));
        } else {
            rows.append("date BETWEEN ").append(day("first", parameters));
            rows.append(" AND ").append(day("last", parameters));
        }
        return rows.append(")").toString();
    }
}
