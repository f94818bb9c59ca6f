-- Everything that is defined in the file, one line each.
SELECT line FROM (
    SELECT concat_ws(' ', 'table', schema_name, table_name, sql, comment) AS line FROM duckdb_tables()
    UNION ALL
    SELECT concat_ws(' ', 'column', schema_name, table_name, column_index, column_name, data_type, is_nullable, column_default, comment)
    FROM duckdb_columns() WHERE NOT internal
    UNION ALL
    SELECT concat_ws(' ', 'constraint', schema_name, table_name, constraint_text) FROM duckdb_constraints()
    UNION ALL
    SELECT concat_ws(' ', 'index', schema_name, sql, comment) FROM duckdb_indexes()
    UNION ALL
    SELECT concat_ws(' ', 'view', schema_name, sql, comment) FROM duckdb_views() WHERE NOT internal
    UNION ALL
    SELECT concat_ws(' ', 'sequence', schema_name, sql, comment) FROM duckdb_sequences()
    UNION ALL
    SELECT concat_ws(' ', 'macro', schema_name, function_name, parameters, macro_definition, comment)
    FROM duckdb_functions() WHERE NOT internal
    UNION ALL
    SELECT concat_ws(' ', 'type', schema_name, type_name, logical_type, labels, comment) FROM duckdb_types() WHERE NOT internal
    UNION ALL
    SELECT concat_ws(' ', 'schema', schema_name, sql, comment) FROM duckdb_schemas() WHERE NOT internal
) AS lines ORDER BY line
