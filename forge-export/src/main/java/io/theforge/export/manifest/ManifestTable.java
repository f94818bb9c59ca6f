package io.theforge.export.manifest;

import io.theforge.fingerprint.TableFingerprint;
import io.theforge.table.Column;
import io.theforge.table.Column.Role;
import io.theforge.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of an export.
 *
 * @param fingerprint of the rows that are in the files
 * @param isWhole whether these are all rows of one of the dataset's own tables, as they are
 */
public record ManifestTable(String name, long rows, String fingerprint, boolean isWhole, List<ManifestColumn> columns) {

    /**
     * A column of it.
     *
     * @param type in SQL, as PostgreSQL writes it
     * @param isKey whether it is part of what tells one row from any other
     */
    public record ManifestColumn(String name, String type, boolean mayBeNull, boolean isKey) {
        static ManifestColumn of(Column column) {
            return new ManifestColumn(column.name(), column.sqlType(), column.mayBeNull(), column.role() == Role.KEY);
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("type", type);
            json.put("nullable", mayBeNull);
            json.put("key", isKey);
            return json;
        }
    }

    /** @param rows that are in the files */
    public static ManifestTable of(String name, TableFingerprint rows, boolean isWhole, List<Column> columns) {
        return new ManifestTable(
                name,
                rows.rows(),
                rows.toString(),
                isWhole,
                columns.stream().map(ManifestColumn::of).toList());
    }

    /** Returns one of the dataset's own tables in the layout {@link CodeColumns}, whole. */
    public static ManifestTable ofCodes(Table table, TableFingerprint rows) {
        return of(table.sqlName(), rows, true, CodeColumns.of(table));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", rows);
        json.put("fingerprint", fingerprint);
        json.put("whole", isWhole);
        json.put("columns", columns.stream().map(ManifestColumn::json).toList());
        return json;
    }
}
