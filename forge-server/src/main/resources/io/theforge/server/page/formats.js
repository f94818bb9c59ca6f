// What an export can be, and what does not go together.

export const FORMATS = [
  ["csv", "CSV", "RFC 4180, UTF-8; an empty field is NULL"], ["jsonl", "JSON lines", "an object on each line"], ["json", "JSON", "one array in each file"],
  ["parquet", "Parquet", "with types for dates and amounts"], ["duckdb", "DuckDB", "one database file with all keys"], ["sql", "SQL", "one script for psql"]];

export const LAYOUTS = [
  ["tables", "the seven tables", "as they are in the database"],
  ["series", "one long table", "for forecasting libraries: unique_id, ds, y, then what is known"],
  ["m5", "M5", "the three files of the M5 competition"],
  ["ingest", "payloads", "of 10,000 records, for POST /ingest/sales-daily"]];

export const COMPRESSIONS = [["none", "none"], ["gzip", "gzip"], ["zstd", "zstd"]];

/** Why a layout does not go with a format; undefined when it does. */
export function layoutWhy(layout, format) {
  if (format === "duckdb" && layout !== "tables") return "A DuckDB file has the seven tables.";
  if (layout === "ingest" && format !== "json" && format !== "jsonl") return "Payloads are JSON.";
  return undefined;
}

/** Why a format is not compressed besides; undefined when it can be. */
export const compressWhy = format =>
  format === "parquet" || format === "duckdb" ? "Compressed by itself." : undefined;

/** Why tables cannot be chosen; undefined when they can. */
export const tablesWhy = layout => layout === "tables" ? undefined : "This layout has files of its own.";

/** Parameters of /api/v1/export. */
export const parameters = ({format, layout, compress, tables, series, allTables}) => ({
  format, layout,
  compress: compressWhy(format) || compress === "none" ? null : compress,
  tables: tablesWhy(layout) || tables.length === allTables ? null : tables.join(","),
  series: series === "" ? null : series,
});

/** The command line that writes the same, but into a folder. */
export const command = (given, flag) => "./forge export --from-database --out shop" + (flag && " " + flag)
  + Object.entries(given).filter(([name, value]) => value != null && !(name === "layout" && value === "tables")).map(([name, value]) => " --" + name + " " + value).join("");
