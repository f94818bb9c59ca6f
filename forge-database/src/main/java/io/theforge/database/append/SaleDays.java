package io.theforge.database.append;

import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last day of {@code sales_daily}, whoever made the rows. A host may have entered infinity, which drivers give
 * back as different dates: here it is {@link LocalDate#MAX}, and {@link LocalDate#MIN} for -infinity.
 *
 * @param first null, as last, where there are no sales
 */
public record SaleDays(@Nullable LocalDate first, @Nullable LocalDate last) {

    public static SaleDays read(Sql sql) throws SQLException {
        List<SaleDays> found = sql.list(
                row -> new SaleDays(
                        date(row.getObject(1, LocalDate.class), row.getInt(2)),
                        date(row.getObject(3, LocalDate.class), row.getInt(4))),
                """
                SELECT first, CASE WHEN isfinite(first) THEN 0 WHEN first > DATE '2000-01-01' THEN 1 ELSE -1 END,
                    last, CASE WHEN isfinite(last) THEN 0 WHEN last > DATE '2000-01-01' THEN 1 ELSE -1 END
                FROM (SELECT min(date) AS first, max(date) AS last FROM sales_daily) days
                """);
        return found.get(0);
    }

    private static @Nullable LocalDate date(@Nullable LocalDate read, int infinite) {
        return read == null || infinite == 0 ? read : infinite > 0 ? LocalDate.MAX : LocalDate.MIN;
    }
}
