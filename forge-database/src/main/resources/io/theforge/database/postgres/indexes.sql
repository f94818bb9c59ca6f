-- Indexes of a table and the constraints that stand on them, with the reason why one must stay on during a load.
SELECT ic.relname AS name,
    CAST(CAST(ic.oid AS regclass) AS text) AS qualified,
    pg_get_indexdef(i.indexrelid) AS definition,
    coalesce(ts.spcname, '') AS tablespace,
    i.indisclustered AS clustered,
    con.conname AS constraint_name,
    CASE con.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' END AS kind,
    coalesce(con.condeferrable, false) AS deferrable,
    coalesce(con.condeferred, false) AS deferred,
    CASE
        WHEN t.relkind <> 'r' THEN 'the table is partitioned'
        WHEN NOT pg_has_role(t.relowner, 'USAGE') THEN 'the table has another owner'
        WHEN NOT has_schema_privilege(t.relnamespace, 'CREATE') THEN 'nothing may be created in the schema'
        WHEN ts.oid IS NOT NULL AND NOT has_tablespace_privilege(ts.oid, 'CREATE') THEN 'its tablespace is not ours to use'
        WHEN con.contype = 'x' OR (con.oid IS NOT NULL AND am.amname <> 'btree') THEN 'it is an exclusion constraint'
        WHEN NOT (i.indisvalid AND i.indisready AND i.indislive) THEN 'it is not valid'
        WHEN i.indisreplident THEN 'it is the replica identity'
        WHEN i.indisprimary AND t.relreplident = 'd' AND EXISTS (
            SELECT FROM pg_publication_tables p JOIN pg_namespace n ON n.nspname = p.schemaname
            WHERE n.oid = t.relnamespace AND p.tablename = t.relname) THEN 'the table is published under it'
        WHEN EXISTS (SELECT FROM pg_inherits WHERE inhrelid = i.indexrelid) THEN 'it is part of a partitioned index'
        WHEN EXISTS (
            SELECT FROM pg_description
            WHERE (classoid = 'pg_class'::regclass AND objoid = i.indexrelid)
                OR (classoid = 'pg_constraint'::regclass AND objoid = con.oid)) THEN 'it has a comment'
        WHEN EXISTS (
            SELECT FROM pg_attribute WHERE attrelid = i.indexrelid AND coalesce(attstattarget, -1) >= 0)
            THEN 'it has statistics targets of its own'
        WHEN EXISTS (
            SELECT FROM pg_depend
            WHERE deptype <> 'i'
                AND ((refclassid = 'pg_class'::regclass AND refobjid = i.indexrelid)
                    OR (refclassid = 'pg_constraint'::regclass AND refobjid = con.oid)))
            THEN 'a view, foreign key or function depends on it'
        WHEN EXISTS (
            SELECT FROM pg_depend
            WHERE deptype IN ('e', 'x')
                AND ((classid = 'pg_class'::regclass AND objid = i.indexrelid)
                    OR (classid = 'pg_constraint'::regclass AND objid = con.oid))) THEN 'it belongs to an extension'
    END AS stays
FROM pg_index i
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_am am ON am.oid = ic.relam
JOIN pg_class t ON t.oid = i.indrelid
LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
LEFT JOIN pg_constraint con ON con.conindid = i.indexrelid AND con.conrelid = t.oid AND con.contype IN ('p', 'u', 'x')
WHERE t.oid = to_regclass(?)
ORDER BY con.contype, ic.relname
