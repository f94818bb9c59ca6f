package io.theforge.export.dirt;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DirtRule;
import io.theforge.export.dirt.kind.Effect;
import io.theforge.export.dirt.kind.Kind;
import io.theforge.export.dirt.kind.Kinds;
import io.theforge.export.dirt.kind.Unit;
import io.theforge.export.dirt.row.Role;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.export.manifest.Description;
import io.theforge.table.Column;
import io.theforge.text.NearestWord;
import java.util.List;

/** Asks whether a rule is for something that an export has. */
final class RuleCheck {
    private final DirtRule rule;
    private final Kind kind;
    private final Description asked;
    private final List<TableShape> tables;

    RuleCheck(DirtRule rule, Description asked, List<TableShape> tables) {
        this.rule = rule;
        this.asked = asked;
        this.tables = tables;
        kind = Kinds.of(rule.kind());
    }

    /** @throws ConfigException saying what does not go, and what would */
    void check() {
        String format = asked.format();
        if (!kind.formats().contains(format)) {
            throw wrong(
                    kind.word() + " cannot be in --format " + format,
                    "take --format " + String.join(", ", kind.formats()) + "; " + format + " can have "
                            + DirtRules.kindsIn(format));
        }
        if (kind.effect().isOfFile() && asked.layout().equals("ingest")) {
            throw wrong(kind.word() + " cannot be in payloads", "leave it out, or take another layout");
        }
        if (rule.column() != null && !kind.takesColumn()) {
            throw wrong(kind.word() + " takes no column: it is for one already", "leave column out");
        }
        List<String> names = tables.stream().map(TableShape::name).toList();
        String table = rule.table();
        if (table != null && !names.contains(table)) {
            throw wrong(
                    "\"" + table + "\" is no table of this export",
                    NearestWord.of(table, names)
                                    .map(word -> "did you mean " + word + "? There are ")
                                    .orElse("there are ")
                            + String.join(", ", names));
        }
        List<TableShape> fitting = tables.stream()
                .filter(shape -> kind.fits().test(shape))
                .filter(shape -> table == null || shape.name().equals(table))
                .toList();
        if (fitting.isEmpty()) {
            throw wrong(
                    kind.word() + " is for " + kind.tables() + ", and "
                            + (table == null ? "this export has no such table" : table + " is another"),
                    "leave it out"
                            + (table == null ? ", or take another layout or other tables" : ", or name another table"));
        }
        checkColumn(fitting);
        if (!rule.stores().isEmpty() && fitting.stream().noneMatch(shape -> hasOne(shape, Role.STORE))) {
            throw wrong(kind.word() + " takes no stores: such rows have none", "leave stores out");
        }
        if (!rule.products().isEmpty() && fitting.stream().noneMatch(shape -> hasOne(shape, Role.PRODUCT))) {
            throw wrong(kind.word() + " takes no products: such rows have none", "leave products out");
        }
        checkUnit(fitting);
    }

    private void checkColumn(List<TableShape> fitting) {
        String column = rule.column();
        if (column == null) {
            return;
        }
        if (fitting.stream().noneMatch(shape -> shape.named(column) >= 0)) {
            List<String> columns = fitting.stream()
                    .flatMap(shape -> shape.columns().stream())
                    .map(Column::name)
                    .distinct()
                    .toList();
            throw wrong(
                    "\"" + column + "\" is no column that " + kind.word() + " can be in",
                    NearestWord.of(column, columns)
                                    .map(word -> "did you mean " + word + "? There are ")
                                    .orElse("there are ")
                            + String.join(", ", columns));
        }
    }

    private void checkUnit(List<TableShape> fitting) {
        if (kind.unit() == Unit.STORE_DAY && !rule.products().isEmpty()) {
            throw wrong(kind.word() + " takes no products: it is for all rows of a store's day", "leave products out");
        }
        if (kind.unit() == Unit.FILE
                && !(rule.stores().isEmpty() && rule.products().isEmpty())) {
            throw wrong(
                    kind.word() + " takes no stores and no products: it is for whole files",
                    "leave stores and products out");
        }
        boolean hasDays = rule.start() != null || rule.end() != null;
        boolean isNamed = asked.format().startsWith("json");
        if (hasDays && (kind.effect() == Effect.BYTES || (kind.effect() == Effect.COLUMNS && !isNamed))) {
            throw wrong(
                    kind.word() + " takes no dates in " + asked.format() + ": it is for whole files",
                    kind.effect() == Effect.COLUMNS
                            ? "leave start and end out, or take --format jsonl or json, whose records name their fields"
                            : "leave start and end out");
        }
        if (hasDays && fitting.stream().noneMatch(shape -> shape.day() >= 0)) {
            throw wrong(kind.word() + " takes no dates: such rows have none", "leave start and end out");
        }
    }

    private static boolean hasOne(TableShape shape, Role role) {
        return shape.has(role) || shape.has(Role.SERIES);
    }

    private ConfigException wrong(String message, String remedy) {
        return new ConfigException(message, remedy, rule.place());
    }
}
