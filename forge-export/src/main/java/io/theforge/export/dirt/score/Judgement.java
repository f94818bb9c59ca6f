package io.theforge.export.dirt.score;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.score.DirtScore.Example;
import io.theforge.export.dirt.score.DirtScore.KindScore;
import io.theforge.export.dirt.score.DirtScore.Missed;
import io.theforge.export.read.FileQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rejections are right, and which injections were found: queries over {@code ledger} and {@code rejection}.
 *
 * <p>A copy follows its original directly, and nobody can tell which of the two is the copy. Rejecting the original in its place
 * finds the copy; beside it, that counts neither way. Nor does a row of a file that is spoilt as a whole.
 */
final class Judgement {
    static final int EXAMPLES = 5;

    private static final String COPIES = Stream.of(
                    DirtKind.ROW_DUPLICATED, DirtKind.ROW_CONTRADICTED, DirtKind.STORE_DAY_DOUBLED)
            .map(kind -> FileQuery.text(kind.word()))
            .collect(Collectors.joining(", ", "(", ")"));

    private static final String KNOWN = Stream.of(DirtKind.values())
            .map(kind -> FileQuery.text(kind.word()))
            .collect(Collectors.joining(", "));

    /** Of the entries about a file, the one that is about a line alone. */
    private static final String TRUNCATED = FileQuery.text(DirtKind.LAST_LINE_TRUNCATED.word());

    private final Scratch scratch;

    private Judgement(Scratch scratch) {
        this.scratch = scratch;
    }

    static Judgement of(Scratch scratch) throws SQLException {
        scratch.run("CREATE TABLE dirty_row AS SELECT DISTINCT file, line FROM ledger WHERE line IS NOT NULL");
        scratch.run("CREATE TABLE rejected_row AS SELECT id, file, line, min(place) AS place FROM rejection"
                + " GROUP BY id, file, line");
        scratch.run("CREATE TABLE original AS SELECT DISTINCT l.file, l.line - 1 AS line, l.line AS copy,"
                + " r.id IS NOT NULL AS is_beside FROM ledger l LEFT JOIN rejected_row r ON r.file = l.file AND r.line = l.line"
                + " WHERE l.kind IN " + COPIES + " AND l.line IS NOT NULL");
        // stands_for: the line whose dirt is meant
        scratch.run(
                "CREATE TABLE judged AS SELECT r.id, r.file, r.line, place, CASE WHEN d.file IS NOT NULL THEN r.line"
                        + " WHEN NOT o.is_beside THEN o.copy END AS stands_for,"
                        + " CASE WHEN d.file IS NOT NULL OR NOT o.is_beside THEN 'hit' WHEN o.is_beside THEN 'beside'"
                        + " WHEN s.file IS NOT NULL THEN 'spoilt' ELSE 'clean' END AS verdict FROM rejected_row r"
                        + " LEFT JOIN dirty_row d ON d.file = r.file AND d.line = r.line"
                        + " LEFT JOIN original o ON o.file = r.file AND o.line = r.line"
                        + " LEFT JOIN (SELECT DISTINCT file FROM ledger WHERE key IS NULL AND kind <> " + TRUNCATED
                        + ") s ON s.file = r.file");
        scratch.run(
                "CREATE TABLE verdict AS SELECT id, min(place) AS place, CASE WHEN bool_or(verdict = 'hit') THEN 'hit'"
                        + " ELSE min(verdict) END AS verdict FROM judged GROUP BY id");
        scratch.run("CREATE TABLE injection AS SELECT ledger.*, detectable AND ledger.line IS NOT NULL AS to_find,"
                + " f.file IS NOT NULL AS found FROM ledger LEFT JOIN (SELECT DISTINCT file, stands_for FROM judged"
                + " WHERE stands_for IS NOT NULL) f ON f.file = ledger.file AND f.stands_for = ledger.line");
        return new Judgement(scratch);
    }

    long rejected() throws SQLException {
        return scratch.number("SELECT count(*) FROM verdict");
    }

    /** @param verdict "hit", "clean", "beside" its copy, in a file that is "spoilt" as a whole */
    long rejected(String verdict) throws SQLException {
        return scratch.number("SELECT count(*) FROM verdict WHERE verdict = '" + verdict + "'");
    }

    long dirtyRows() throws SQLException {
        return scratch.number("SELECT count(*) FROM dirty_row");
    }

    private static final String COUNTS =
            "count(*), count(*) FILTER (to_find), count(*) FILTER (to_find AND found) FROM injection";

    KindScore all(@Nullable Double precision) throws SQLException {
        return scratch.rows("SELECT 'all', " + COUNTS, row -> kind(row, precision))
                .get(0);
    }

    /** @param precision of all rejections, which holds for every kind where rejections do not say what is wrong */
    List<KindScore> kinds(@Nullable Double precision) throws SQLException {
        List<KindScore> kinds = new ArrayList<>();
        String reason = reason();
        for (KindScore kind : scratch.rows(
                "SELECT kind, " + COUNTS + " GROUP BY kind ORDER BY min(place)", row -> kind(row, precision))) {
            kinds.add(
                    reason == null
                            ? kind
                            : new KindScore(
                                    kind.kind(),
                                    kind.injections(),
                                    kind.toFind(),
                                    kind.found(),
                                    precision(kind.kind(), reason)));
        }
        return kinds;
    }

    private static KindScore kind(ResultSet row, @Nullable Double precision) throws SQLException {
        return new KindScore(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), precision);
    }

    /** Returns what rejections say is wrong: "kind", "col", or null. */
    private @Nullable String reason() throws SQLException {
        for (String column : List.of("kind", "col")) {
            if (scratch.number("SELECT count(" + column + ") FROM rejection") > 0) {
                return column;
            }
        }
        return null;
    }

    /** Of the rejections that name the kind, those of rows that have it; of those that name one of its columns, those of dirty rows. */
    private @Nullable Double precision(String kind, String reason) throws SQLException {
        String ofKind = FileQuery.text(kind);
        String meant = reason.equals("kind")
                ? "r.kind = " + ofKind
                : "r.col IN (SELECT col FROM ledger WHERE kind = " + ofKind + ")";
        String right = reason.equals("kind")
                ? "EXISTS (FROM ledger l WHERE l.file = j.file AND l.line = j.stands_for AND l.kind = " + ofKind + ")"
                : "j.verdict = 'hit'";
        return scratch.share(
                "is_right",
                "(SELECT r.id, bool_or(" + right + ") AS is_right FROM rejection r JOIN judged j ON j.id = r.id"
                        + " AND j.file IS NOT DISTINCT FROM r.file AND j.line IS NOT DISTINCT FROM r.line"
                        + " WHERE j.verdict IN ('hit', 'clean') AND " + meant + " GROUP BY r.id)");
    }

    private static final String RANK = "CASE severity WHEN 'error' THEN 1 ELSE 0 END";

    /** Worst first: by severity, then by number. */
    List<Missed> missed() throws SQLException {
        List<Missed> all = new ArrayList<>();
        for (Missed missed : scratch.rows(
                "SELECT kind, severity, col, count(*) FILTER (NOT found) AS missed, count(*) FROM injection WHERE to_find"
                        + " GROUP BY kind, severity, col HAVING missed > 0 ORDER BY " + RANK
                        + " DESC, missed DESC, min(place)",
                row -> new Missed(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        List.of()))) {
            all.add(new Missed(
                    missed.kind(),
                    missed.severity(),
                    missed.column(),
                    missed.missed(),
                    missed.toFind(),
                    examples(missed)));
        }
        return all;
    }

    private List<Example> examples(Missed missed) throws SQLException {
        return scratch.rows(
                "SELECT file, line, clean, dirty FROM injection WHERE to_find AND NOT found AND kind = "
                        + FileQuery.text(missed.kind()) + " AND severity = "
                        + FileQuery.text(missed.severity()) + " AND col = "
                        + FileQuery.text(missed.column()) + " ORDER BY place LIMIT " + EXAMPLES,
                row -> new Example(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)));
    }

    /** Returns the first clean rows that were rejected, in the order of the rejections. */
    List<String> falseAlarms() throws SQLException {
        return scratch.rows(
                "SELECT DISTINCT name, place FROM (SELECT id, place FROM verdict WHERE verdict = 'clean' ORDER BY place LIMIT "
                        + EXAMPLES + ") JOIN shown USING (id) ORDER BY place",
                row -> row.getString(1));
    }

    List<String> notes() throws SQLException {
        List<String> notes = new ArrayList<>();
        add(
                notes,
                "SELECT count(*) FROM (SELECT 1 FROM rejection GROUP BY id, kind, col HAVING min(place) <> max(place))",
                "rejected more than once; each counts once",
                "row");
        String unknown = scratch.first(
                "SELECT kind FROM rejection WHERE kind <> '' AND kind NOT IN (" + KNOWN + ") ORDER BY place",
                row -> row.getString(1));
        if (unknown != null) {
            notes.add("rejections name kinds that are none, such as " + unknown + ": write them as the ledger does");
        }
        add(
                notes,
                "SELECT count(*) FROM injection WHERE NOT detectable",
                "not counted: no check could see them",
                "injection");
        add(
                notes,
                "SELECT count(*) FROM injection WHERE detectable AND line IS NULL",
                "not counted: a missing row, or a whole file, has no line to reject",
                "injection");
        add(
                notes,
                "SELECT count(*) FROM verdict WHERE verdict = 'beside'",
                "rejected beside the copies that follow them; this counts neither way",
                "original");
        add(
                notes,
                "SELECT count(*) FROM verdict WHERE verdict = 'spoilt'",
                "rejected in files that are spoilt as a whole; this counts neither way",
                "row");
        return notes;
    }

    private void add(List<String> notes, String count, String what, String thing) throws SQLException {
        long number = scratch.number(count);
        if (number > 0) {
            notes.add(number + " " + thing + (number == 1 ? " " : "s ") + what);
        }
    }
}
