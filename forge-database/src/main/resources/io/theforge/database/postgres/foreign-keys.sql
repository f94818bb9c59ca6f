-- Foreign keys of a table, with the reason why one must stay on during a load.
SELECT con.conname AS name,
    pg_get_constraintdef(con.oid) AS definition,
    CASE
        WHEN t.relkind <> 'r' OR con.conparentid <> 0 THEN 'the table is partitioned'
        WHEN NOT pg_has_role(t.relowner, 'USAGE') THEN 'the table has another owner'
        WHEN NOT has_table_privilege(con.confrelid, 'REFERENCES') THEN 'the table it refers to has another owner'
        WHEN EXISTS (SELECT FROM pg_trigger WHERE tgconstraint = con.oid AND tgenabled <> 'O')
            THEN 'its triggers are switched'
        WHEN EXISTS (
            SELECT FROM pg_description WHERE classoid = 'pg_constraint'::regclass AND objoid = con.oid)
            THEN 'it has a comment'
        WHEN EXISTS (
            SELECT FROM pg_depend
            WHERE (deptype <> 'i' AND refclassid = 'pg_constraint'::regclass AND refobjid = con.oid)
                OR (deptype IN ('e', 'x') AND classid = 'pg_constraint'::regclass AND objid = con.oid))
            THEN 'something depends on it'
    END AS stays
FROM pg_constraint con
JOIN pg_class t ON t.oid = con.conrelid
WHERE con.contype = 'f' AND t.oid = to_regclass(?)
ORDER BY con.conname
