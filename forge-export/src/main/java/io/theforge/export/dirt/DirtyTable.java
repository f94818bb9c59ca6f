package io.theforge.export.dirt;

import io.theforge.export.dirt.kind.Effect;
import io.theforge.export.dirt.kind.Unit;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.export.layout.ExportTable;
import io.theforge.table.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * A table, or the part of it that is in one file, with what spoils it.
 *
 * @param fileKey what is drawn for the whole file hangs on this
 * @param ofRows rules that take rows one by one
 * @param ofBytes rules that hit the file's bytes
 */
record DirtyTable(
        TableShape shape,
        boolean hasId,
        DirtySettings settings,
        long fileKey,
        List<TableRule> ofRows,
        Drift drift,
        List<TableRule> ofBytes) {

    /** @param file its path without an ending @param isNamed whether records name their fields */
    static DirtyTable of(ExportTable table, String file, boolean isNamed, DirtySettings settings) {
        TableShape shape = new TableShape(table.name(), table.columns());
        long fileKey = file.hashCode();
        List<TableRule> ofRows = new ArrayList<>();
        List<TableRule> ofColumns = new ArrayList<>();
        List<TableRule> ofBytes = new ArrayList<>();
        for (TableRule rule : TableRule.of(shape, settings)) {
            Effect effect = rule.kind.effect();
            if (rule.kind.unit() == Unit.FILE && !rule.isHit(rule.draw(fileKey))) {
                continue;
            }
            (effect == Effect.COLUMNS ? ofColumns : effect == Effect.BYTES ? ofBytes : ofRows).add(rule);
        }
        return new DirtyTable(
                shape,
                table.columns().get(0).role() == Column.Role.ID,
                settings,
                fileKey,
                ofRows,
                Drift.of(shape, isNamed, ofColumns, fileKey),
                ofBytes);
    }
}
