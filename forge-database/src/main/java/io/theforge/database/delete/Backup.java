package io.theforge.database.delete;

import io.theforge.database.report.Progress;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.RowsToDelete;
import io.theforge.table.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** What is in a backup: SQL that brings the rows of one deletion back, or refuses to where others have taken their place. */
record Backup(DeletePlan plan, LoadSession session, Progress progress) {

    /** Parents first, as they have to come back. */
    void write(BackupFile file) throws SQLException {
        try {
            Delete request = plan.request();
            file.print("-- Brings back what run " + plan.record().runId() + " of the Forge deleted (--scope "
                    + request.deletion().scope().word() + ") from "
                    + request.target().name().replaceAll("\\R", " ") + "\n");
            session.writeBackupHead(file.out());
            file.print(session.ownInBackup(
                    session.failing("nothing restored: ", plan.record().hindrance()) + "\n"));
            writeRows(file);
            file.print(session.ownInBackup(plan.record().restoring()));
            file.print("COMMIT;\n");
            file.finish();
        } catch (IOException e) {
            throw file.explain(e);
        }
    }

    private void writeRows(BackupFile file) throws SQLException, IOException {
        RowsToDelete rows = plan.rows();
        for (Map.Entry<Table, String> entry : rows.conditions().entrySet()) {
            Table table = entry.getKey();
            if (rows.deleted(table) > 0) {
                session.writeRows(table.qualifiedName(), entry.getValue(), file.out());
                progress.advance(rows.deleted(table));
            }
        }
        String dates = rows.conditions().get(Table.CALENDAR);
        if (dates != null) {
            session.writeRows(
                    "theforge.calendar_day",
                    "p.date IN (SELECT p.date FROM calendar p WHERE " + dates + ")",
                    file.out());
        }
    }
}
