package io.theforge.export.dirt.kind;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.row.TableShape;
import java.util.List;
import java.util.function.Predicate;

/**
 * A kind of dirt.
 *
 * @param does what is wrong, for people
 * @param formats that can have it
 * @param fits tables that can have it
 * @param tables the same in words
 * @param takesColumn whether {@code column} chooses among several
 * @param isError whether such a row must be rejected; else a warning would do
 * @param isDetectable whether the data that is there tells
 */
public record Kind(
        DirtKind kind,
        String does,
        Effect effect,
        Unit unit,
        List<String> formats,
        Predicate<TableShape> fits,
        String tables,
        boolean takesColumn,
        Spoiler spoiler,
        boolean isError,
        boolean isDetectable) {
    static final List<String> ANY = List.of("csv", "jsonl", "json", "parquet");
    static final List<String> TEXT = List.of("csv", "jsonl", "json");
    static final List<String> LINES = List.of("csv", "jsonl");
    static final List<String> CSV = List.of("csv");

    static final Spoiler NOTHING = row -> true;

    static Kind cells(
            DirtKind kind,
            String does,
            List<String> formats,
            Predicate<TableShape> fits,
            String tables,
            Spoiler spoiler) {
        return new Kind(kind, does, Effect.CELLS, Unit.ROW, formats, fits, tables, false, spoiler, true, true);
    }

    static Kind row(
            DirtKind kind, String does, Effect effect, Predicate<TableShape> fits, String tables, Spoiler spoiler) {
        return new Kind(kind, does, effect, Unit.ROW, ANY, fits, tables, false, spoiler, true, true);
    }

    Kind ofStoreDay() {
        return new Kind(
                kind, does, effect, Unit.STORE_DAY, formats, fits, tables, takesColumn, spoiler, isError, isDetectable);
    }

    Kind ofFile() {
        return new Kind(
                kind, does, effect, Unit.FILE, formats, fits, tables, takesColumn, spoiler, isError, isDetectable);
    }

    Kind in(List<String> formatsThatCan) {
        return new Kind(
                kind, does, effect, unit, formatsThatCan, fits, tables, takesColumn, spoiler, isError, isDetectable);
    }

    Kind ofColumns() {
        return new Kind(kind, does, effect, unit, formats, fits, tables, true, spoiler, isError, isDetectable);
    }

    Kind warning() {
        return new Kind(kind, does, effect, unit, formats, fits, tables, takesColumn, spoiler, false, isDetectable);
    }

    Kind hidden() {
        return new Kind(kind, does, effect, unit, formats, fits, tables, takesColumn, spoiler, isError, false);
    }

    /** Returns its name in files. */
    public String word() {
        return kind.word();
    }

    public String severity() {
        return isError ? "error" : "warning";
    }
}
