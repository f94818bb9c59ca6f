-- Everything about the seven tables that a load could harm, one line each.
WITH seven AS (
    SELECT oid, relname, relacl, relreplident, relowner FROM pg_class
    WHERE relname IN ('store', 'product', 'calendar', 'price_history', 'promotion', 'sales_daily', 'inventory_snapshot_daily')
)
SELECT line FROM (
    SELECT concat_ws(' ', 'table', relname, relacl, relreplident, pg_get_userbyid(relowner)) AS line FROM seven
    UNION ALL
    SELECT concat_ws(' ', 'column', relname, attnum, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
        pg_get_expr(adbin, adrelid))
    FROM seven JOIN pg_attribute ON attrelid = oid AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    UNION ALL
    SELECT concat_ws(' ', 'constraint', relname, conname, pg_get_constraintdef(c.oid), condeferrable, condeferred,
        convalidated, conindid::regclass, obj_description(c.oid, 'pg_constraint'))
    FROM seven JOIN pg_constraint c ON conrelid = seven.oid
    UNION ALL
    SELECT concat_ws(' ', 'index', seven.relname, pg_get_indexdef(i.indexrelid), indisprimary, indisunique, indimmediate,
        indisclustered, indisvalid, indisreplident, ic.reloptions, ic.reltablespace, ic.relowner = seven.relowner,
        obj_description(i.indexrelid, 'pg_class'))
    FROM seven JOIN pg_index i ON indrelid = seven.oid JOIN pg_class ic ON ic.oid = i.indexrelid
    UNION ALL
    SELECT concat_ws(' ', 'trigger', relname, pg_get_triggerdef(t.oid), tgenabled)
    FROM seven JOIN pg_trigger t ON tgrelid = seven.oid AND NOT tgisinternal
    UNION ALL
    SELECT concat_ws(' ', 'system trigger', relname, tgtype, tgenabled, conname, count(*))
    FROM seven JOIN pg_trigger t ON tgrelid = seven.oid AND tgisinternal JOIN pg_constraint c ON c.oid = tgconstraint
    GROUP BY relname, tgtype, tgenabled, conname
    UNION ALL
    SELECT concat_ws(' ', 'view', viewname, definition) FROM pg_views WHERE schemaname = 'public'
) AS lines ORDER BY line
