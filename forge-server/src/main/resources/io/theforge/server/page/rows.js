// How much is in here: seven counters, and the time it covers.
import {h} from "./preact.js";
import {Section} from "./ui.js";
import {count} from "./words.js";

const TABLES = [["store", "Stores"], ["product", "Products"], ["calendar", "Calendar days"], ["sales_daily", "Sales"],
  ["inventory_snapshot_daily", "Inventory"], ["price_history", "Prices"], ["promotion", "Promotions"]];

export function Rows({dataset: {tables}}) {
  return h(Section, {id: "rows", title: "Rows"},
    h("ul", {class: "counters"}, TABLES.map(([table, word]) => {
      const {rows, managed_rows: ours} = tables[table] ?? {rows: 0, managed_rows: 0};
      return h("li", {key: table, class: "card counter"},
        h("span", {class: "number"}, count(rows)),
        h("span", {class: "word"}, word),
        // a long name is broken between its words
        h("code", null, table.split("_").flatMap((part, i) => i === 0 ? [part] : ["_", h("wbr", {key: part}), part])),
        rows > ours && h("span", {class: "others"}, count(rows - ours) + " of others"));
    })));
}
