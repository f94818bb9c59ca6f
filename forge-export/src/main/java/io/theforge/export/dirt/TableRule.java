package io.theforge.export.dirt;

import io.theforge.config.model.DirtRule;
import io.theforge.export.dirt.kind.Kind;
import io.theforge.export.dirt.kind.Kinds;
import io.theforge.export.dirt.row.Role;
import io.theforge.export.dirt.row.RowValues;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.random.Keys;
import java.util.List;
import java.util.Set;

/** A rule as it holds for one table: what is drawn, against what, and which rows it reaches. */
final class TableRule {
    final Kind kind;
    final String word;
    final String tail;
    /** Of its draws; a rule of the same kind and column draws the same. */
    final long key;

    final long threshold;
    /** The only column that it takes; -1 for any. */
    final int column;

    private final DirtRule rule;
    private final TableShape shape;
    private final DirtySettings settings;
    private final Set<String> stores;
    private final Set<String> products;
    private final long firstDay;
    private final long lastDay;

    TableRule(DirtRule rule, TableShape shape, DirtySettings settings) {
        this.rule = rule;
        this.shape = shape;
        this.settings = settings;
        kind = Kinds.of(rule.kind());
        word = kind.word();
        tail = kind.severity() + "," + kind.isDetectable();
        long ofKind = Keys.derive(settings.key(), rule.kind().word().hashCode());
        key = rule.column() == null ? ofKind : Keys.derive(ofKind, rule.column().hashCode());
        // a uniform number of 52 bits and a half is below the rate
        threshold = (long) Math.ceil(rule.rate() * 0x1.0p52 - 0.5);
        column = rule.column() == null ? -1 : shape.named(rule.column());
        stores = Set.copyOf(rule.stores());
        products = Set.copyOf(rule.products());
        firstDay = rule.start() == null ? Long.MIN_VALUE : rule.start().toEpochDay();
        lastDay = rule.end() == null ? Long.MAX_VALUE : rule.end().toEpochDay();
    }

    /** Returns the rules that may reach rows of a table. */
    static List<TableRule> of(TableShape shape, DirtySettings settings) {
        return settings.rules().stream()
                .filter(rule -> fits(rule, shape))
                .map(rule -> new TableRule(rule, shape, settings))
                .toList();
    }

    /** Returns whether a rule is for a table. */
    static boolean fits(DirtRule rule, TableShape shape) {
        return Kinds.of(rule.kind()).fits().test(shape)
                && (rule.table() == null || rule.table().equals(shape.name()))
                && (rule.column() == null || shape.named(rule.column()) >= 0);
    }

    /** Returns whether it is for some days alone. */
    boolean hasDays() {
        return rule.start() != null || rule.end() != null;
    }

    /** Returns the draw for a row, or what else it is for. */
    long draw(long of) {
        return Keys.bits(key, of);
    }

    boolean isHit(long draw) {
        return draw >>> 12 < threshold;
    }

    /** Returns whether a clean row lies within the limits. */
    boolean reaches(RowValues row) {
        if (hasDays()) {
            long day = shape.day() < 0 ? firstDay : row.number(shape.day());
            if (day < firstDay || day > lastDay) {
                return false;
            }
        }
        return (stores.isEmpty() || stores.contains(code(row, Role.STORE)))
                && (products.isEmpty() || products.contains(code(row, Role.PRODUCT)));
    }

    private String code(RowValues row, Role role) {
        String series = shape.has(Role.SERIES) ? row.textOf(shape.column(Role.SERIES)) : null;
        if (series != null) {
            int slash = series.indexOf('/');
            return role == Role.STORE ? series.substring(0, slash) : series.substring(slash + 1);
        }
        int at = shape.column(role);
        if (at < 0 || row.isEmpty(at)) {
            return "";
        }
        String text = row.textOf(at);
        int index = (int) row.number(at);
        if (text != null) {
            return text;
        }
        return index < 0
                ? ""
                : role == Role.STORE
                        ? settings.stores().get(index)
                        : settings.products().get(index);
    }
}
