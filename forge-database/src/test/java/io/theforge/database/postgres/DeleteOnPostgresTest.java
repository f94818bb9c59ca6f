package io.theforge.database.postgres;

import io.theforge.database.DeleteContract;
import io.theforge.database.Warehouse;
import io.theforge.database.sql.Sql;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;

/** The contract of a deletion, kept by PostgreSQL. */
class DeleteOnPostgresTest extends DeleteContract {
    @RegisterExtension
    final OwnDatabase database = OwnDatabase.empty();

    @Override
    protected Warehouse warehouse() {
        return database.warehouse();
    }

    @Override
    protected Connection host() throws SQLException {
        return database.connect();
    }

    /** As psql reads it: statements end with a semicolon at a line's end, COPY takes lines up to a backslash and a dot. */
    @Override
    protected void restore(String sql) throws SQLException, IOException {
        try (Connection connection = host()) {
            StringBuilder pending = new StringBuilder();
            String copy = null;
            for (String line : sql.split("\n")) {
                if (copy != null && line.equals("\\.")) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(pending + ""));
                    pending.setLength(0);
                    copy = null;
                } else if (copy == null && (line.startsWith("\\set ") || line.startsWith("--"))) {
                    continue;
                } else if (copy == null && line.startsWith("COPY ")) {
                    copy = line;
                } else {
                    pending.append(line).append('\n');
                    if (copy == null && line.endsWith(";")) {
                        Sql.on(connection).run(pending.toString());
                        pending.setLength(0);
                    }
                }
            }
        }
    }
}
