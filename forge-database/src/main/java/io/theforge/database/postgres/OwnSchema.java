package io.theforge.database.postgres;

import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.List;

/** The schema of the Forge's own tables: a host's migration tool compares its own schema and never looks into this one. */
final class OwnSchema {
    private OwnSchema() {}

    /** What a role has here. @param mayCreate a schema where there is none, tables where there is one */
    private record Found(boolean exists, boolean mayCreate, String role, String database) {}

    /**
     * Creates it where it is missing, in the transaction that is open.
     *
     * @throws RefusedException when this role may not, with the statements that its administrator runs once
     */
    static void create(Sql sql) throws SQLException {
        Found found = find(sql);
        if (!found.mayCreate) {
            throw new RefusedException(whatIsMissing(sql, found), remedy(sql, found));
        }
        if (!found.exists) {
            sql.run("CREATE SCHEMA " + sql.ownSchema());
        }
    }

    /** Returns what {@link #create} would refuse, as a sentence for the reader of a plan; none where it would not. */
    static List<String> notes(Sql sql) throws SQLException {
        Found found = find(sql);
        return found.mayCreate
                ? List.of()
                : List.of("this cannot be done yet: " + whatIsMissing(sql, found) + "; " + remedy(sql, found));
    }

    private static Found find(Sql sql) throws SQLException {
        return sql.list(
                        row -> new Found(row.getBoolean(1), row.getBoolean(2), row.getString(3), row.getString(4)),
                        """
                        SELECT oid IS NOT NULL,
                            CASE WHEN oid IS NULL THEN has_database_privilege(current_database(), 'CREATE')
                                ELSE has_schema_privilege(oid, 'CREATE') AND has_schema_privilege(oid, 'USAGE') END,
                            quote_ident(current_user), quote_ident(current_database())
                        FROM (SELECT CAST(to_regnamespace(?) AS oid) AS oid) found
                        """,
                        sql.ownSchema())
                .get(0);
    }

    private static String whatIsMissing(Sql sql, Found found) {
        return "role " + found.role + " may not create " + (found.exists ? "tables in schema " : "the schema ")
                + sql.ownSchema() + ", in which the Forge keeps its own tables";
    }

    private static String remedy(Sql sql, Found found) {
        return "let an administrator run once, in database " + found.database + ": "
                + (found.exists
                        ? grants(sql.ownSchema(), found.role)
                        : "CREATE SCHEMA " + sql.ownSchema() + " AUTHORIZATION " + found.role);
    }

    /** Returns the statements that let a role read what is there. Both names are quoted where they need to be. */
    static String readingGrants(String schema, String role) {
        return "GRANT USAGE ON SCHEMA " + schema + " TO " + role + "; GRANT SELECT ON ALL TABLES IN SCHEMA " + schema
                + " TO " + role;
    }

    /** Returns the statements that let a role work in the schema, whatever it lacks of it. Both names are quoted where they need to be. */
    static String grants(String schema, String role) {
        return "GRANT USAGE, CREATE ON SCHEMA " + schema + " TO " + role
                + "; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO " + role;
    }
}
