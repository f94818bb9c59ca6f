package io.theforge.database;

import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.record.Records;
import io.theforge.database.report.RefusedException;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.Set;

/** The mark inside a database that says that it is production. */
record Protection(Target target) {

    /** Returns false when it was marked already. */
    boolean protect() throws SQLException {
        return target.changeRecords(sql -> {
            boolean marked = isMarked(sql);
            if (!marked) {
                ProductionMarks.set(sql);
            }
            return !marked;
        });
    }

    /** Returns false when there was no mark. @param name must be the database's own */
    boolean unprotect(String name) throws SQLException {
        if (!name.equals(target.databaseName())) {
            throw new RefusedException(
                    "the production mark stays on " + target.name() + ": \"" + name + "\" is not the database's name",
                    "give the name of the database whose mark is to go: --name " + target.databaseName());
        }
        if (!target.reading(sql -> sql != null && isMarked(sql))) {
            return false;
        }
        return target.changeRecords(sql -> {
            boolean marked = isMarked(sql);
            ProductionMarks.remove(sql);
            return marked;
        });
    }

    private boolean isMarked(Sql sql) throws SQLException {
        Set<String> present = target.tables(sql);
        Records.check(sql, present);
        return ProductionMarks.of(sql, present) != null;
    }
}
