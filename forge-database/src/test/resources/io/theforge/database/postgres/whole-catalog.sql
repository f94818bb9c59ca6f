-- Everything that is defined in the database outside the system's schemas, one line each; run with an empty search_path.
WITH space AS (
    SELECT oid, nspname, nspacl, nspowner FROM pg_namespace
    WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\_%'
), class AS (
    SELECT c.*, nspname, c.oid::regclass AS name FROM pg_class c JOIN space s ON s.oid = relnamespace
)
SELECT line FROM (
    SELECT concat_ws(' ', 'schema', nspname, nspacl, nspowner::regrole) AS line FROM space
    UNION ALL
    SELECT concat_ws(' ', 'relation', name, relkind, relowner::regrole, relacl, reloptions, reltablespace, relreplident,
        relrowsecurity, relforcerowsecurity, relpersistence, relispartition, relhassubclass, pg_get_partkeydef(oid),
        reloftype::regtype, relam)
    FROM class
    UNION ALL
    SELECT concat_ws(' ', 'column', name, attnum, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
        attgenerated, attacl, attoptions, attstattarget, attstorage, attcompression, attcollation::regcollation, atthasmissing,
        pg_get_expr(adbin, adrelid))
    FROM class JOIN pg_attribute a ON attrelid = class.oid AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relkind <> 'i'
    UNION ALL
    SELECT concat_ws(' ', 'constraint', conrelid::regclass, contypid::regtype, conname, pg_get_constraintdef(c.oid), condeferrable,
        condeferred, convalidated, conislocal, coninhcount, connoinherit, conindid::regclass)
    FROM pg_constraint c JOIN space ON space.oid = connamespace
    UNION ALL
    SELECT concat_ws(' ', 'index', name, pg_get_indexdef(class.oid), indisprimary, indisunique, indimmediate, indisclustered,
        indisvalid, indisready, indisreplident, indnullsnotdistinct)
    FROM class JOIN pg_index ON indexrelid = class.oid
    UNION ALL
    SELECT concat_ws(' ', 'index target', name, attnum, attstattarget)
    FROM class JOIN pg_attribute ON attrelid = class.oid WHERE relkind = 'i'
    UNION ALL
    SELECT concat_ws(' ', 'trigger', name, pg_get_triggerdef(t.oid), tgenabled)
    FROM class JOIN pg_trigger t ON tgrelid = class.oid AND NOT tgisinternal
    UNION ALL
    SELECT concat_ws(' ', 'system trigger', name, tgtype, tgenabled, tgfoid::regproc, tgdeferrable, tginitdeferred,
        conrelid::regclass, conname)
    FROM class JOIN pg_trigger t ON tgrelid = class.oid AND tgisinternal LEFT JOIN pg_constraint c ON c.oid = tgconstraint
    UNION ALL
    SELECT concat_ws(' ', 'rule', name, pg_get_ruledef(r.oid), ev_enabled) FROM class JOIN pg_rewrite r ON ev_class = class.oid
    UNION ALL
    SELECT concat_ws(' ', 'policy', name, polname, polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid),
        pg_get_expr(polwithcheck, polrelid))
    FROM class JOIN pg_policy ON polrelid = class.oid
    UNION ALL
    SELECT concat_ws(' ', 'inherits', inhrelid::regclass, inhparent::regclass, inhseqno) FROM pg_inherits
    UNION ALL
    SELECT concat_ws(' ', 'sequence', name, seqtypid::regtype, seqstart, seqincrement, seqmax, seqmin, seqcache, seqcycle)
    FROM class JOIN pg_sequence ON seqrelid = class.oid
    UNION ALL
    SELECT concat_ws(' ', 'function', pg_get_functiondef(p.oid), proacl, proowner::regrole)
    FROM pg_proc p JOIN space ON space.oid = pronamespace WHERE prokind IN ('f', 'p')
    UNION ALL
    SELECT concat_ws(' ', 'type', t.oid::regtype, typtype, typacl, typowner::regrole, typdefault)
    FROM pg_type t JOIN space ON space.oid = typnamespace
    UNION ALL
    SELECT concat_ws(' ', 'statistics', pg_get_statisticsobjdef(s.oid), stxowner::regrole, to_jsonb(s) ->> 'stxstattarget')
    FROM pg_statistic_ext s JOIN space ON space.oid = stxnamespace
    UNION ALL
    SELECT concat_ws(' ', 'publication', pubname, pubowner::regrole, puballtables, pubinsert, pubupdate, pubdelete, pubtruncate,
        pubviaroot)
    FROM pg_publication
    UNION ALL
    SELECT concat_ws(' ', 'published', p.*) FROM pg_publication_tables p
    UNION ALL
    SELECT concat_ws(' ', 'event trigger', evtname, evtevent, evtenabled, evttags, evtfoid::regproc) FROM pg_event_trigger
    UNION ALL
    SELECT concat_ws(' ', 'default grant', defaclrole::regrole, defaclnamespace, defaclobjtype, defaclacl) FROM pg_default_acl
    UNION ALL
    SELECT concat_ws(' ', 'comment', pg_describe_object(classoid, objoid, objsubid), description)
    FROM pg_description WHERE objoid >= 16384
    UNION ALL
    SELECT concat_ws(' ', 'dependency', pg_describe_object(classid, objid, objsubid), 'on',
        pg_describe_object(refclassid, refobjid, refobjsubid), deptype)
    FROM pg_depend
    WHERE objid >= 16384 AND refobjid >= 16384 AND classid <> 'pg_trigger'::regclass
) AS lines WHERE line NOT LIKE '%pg\_toast%' ORDER BY line
