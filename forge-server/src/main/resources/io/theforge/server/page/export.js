// Export it: all rows as files, in one archive.
import {h} from "./preact.js";
import {useRef, useState} from "./hooks.js";
import {address} from "./api.js";
import {running, useStore} from "./store.js";
import {Button, Card, Copy, Field, Section, Trouble} from "./ui.js";
import {brief, counted} from "./words.js";
import {download} from "./download.js";
import {COMPRESSIONS, FORMATS, LAYOUTS, command, compressWhy, layoutWhy, parameters, tablesWhy} from "./formats.js";

const TABLES = ["store", "product", "calendar", "price_history", "promotion", "sales_daily", "inventory_snapshot_daily"];

export function Export() {
  const dataset = useStore(state => state.dataset);
  const busy = useStore(running);
  const [choice, put] = useState({format: "csv", layout: "tables", compress: "none", tables: TABLES, series: ""});
  const change = more => put(old => ({...old, ...more}));
  const {format, layout, compress, tables, series} = choice;
  const given = parameters({...choice, allTables: TABLES.length});
  const wrongSeries = series !== "" && !(/^\d+$/.test(series) && Number(series) >= 1 && Number(series) <= 2147483647) ? "Give a whole number from 1." : undefined;
  const noTable = !tablesWhy(layout) && tables.length === 0;
  const why = busy ? "An operation is at work." : noTable ? "Choose a table." : wrongSeries ? "Mend what is marked." : undefined;
  // a format that has no such layout takes the one that all have
  const takeFormat = chosen => change({format: chosen, layout: layoutWhy(layout, chosen) ? "tables" : layout});
  return h(Section, {id: "export", title: "Export it", about: "All rows as files, whoever made them, from one snapshot. Nothing is changed."},
    h(Card, null,
      h("div", {class: "export-choices"},
        h(Choices, {name: "format", legend: "Format", all: FORMATS, chosen: format, onChoose: takeFormat}),
        h(Choices, {name: "layout", legend: "Layout", all: LAYOUTS, chosen: layout, why: each => layoutWhy(each, format), onChoose: each => change({layout: each})}),
        h("div", {class: "stack"},
          h(Choices, {name: "compress", legend: "Compressed by", all: COMPRESSIONS, chosen: compressWhy(format) ? "none" : compress, why: () => compressWhy(format), one: true,
            onChoose: each => change({compress: each})}),
          h(Field, {label: "Series at most", error: wrongSeries, hint: "Evenly spread, with the stores and products they need."}, more =>
            h("input", {...more, type: "text", inputmode: "numeric", placeholder: "all", value: series, autocomplete: "off", onInput: event => change({series: event.target.value.trim()})}))),
        h(Tables, {why: tablesWhy(layout), tables, onChange: chosen => change({tables: chosen})})),
      h(Fetch, {why, given, rows: Object.values(dataset.tables).reduce((sum, {rows}) => sum + rows, 0), file: "shop-" + format + (layout === "tables" ? "" : "-" + layout) + ".zip"}),
      h("div", {class: "again"},
        h("h3", null, "The same by the command line"),
        h("div", {class: "copyable"}, h("code", {class: "command", tabindex: 0}, command(given, dataset.command_flag)), h(Copy, {text: command(given, dataset.command_flag), what: "the command"})))));
}

/** @param why tells why one of them cannot be chosen @param one whether that is the same for all of them */
function Choices({name, legend, all, chosen, why = () => undefined, one, onChoose}) {
  const sole = one && why(all[0][0]);
  return h("fieldset", {class: "choices"},
    h("legend", null, legend),
    all.map(([value, word, about]) => {
      const reason = why(value);
      return h("label", {key: value, class: reason ? "off" : null},
        h("input", {type: "radio", name: "export-" + name, checked: value === chosen, disabled: Boolean(reason), onChange: () => onChoose(value)}),
        h("span", null, word, (about || reason) && !one && h("span", {class: "hint"}, " – " + (reason ?? about))));
    }),
    sole && h("p", {class: "hint"}, sole));
}

function Tables({why, tables, onChange}) {
  const toggle = (table, on) => onChange(TABLES.filter(each => each === table ? on : tables.includes(each)));
  return h("fieldset", {class: "choices"},
    h("legend", null, "Tables"),
    TABLES.map(table => h("label", {key: table, class: why ? "off" : null},
      h("input", {type: "checkbox", checked: !why && tables.includes(table), disabled: Boolean(why), onChange: event => toggle(table, event.target.checked)}),
      h("code", null, table))),
    why && h("p", {class: "hint"}, why));
}

function Fetch({why, given, rows, file}) {
  const [{at, bytes, problem}, put] = useState({at: "rest"});
  const stop = useRef();
  const go = async () => {
    stop.current = new AbortController();
    put({at: "writing"});
    try {
      const all = await download(address("/api/v1/export", given), file, rows, got => put({at: "coming", bytes: got}), stop.current.signal);
      put({at: "done", bytes: all});
    } catch (failure) {
      put(failure.name === "AbortError" ? {at: "rest"} : {at: "rest", problem: failure});
    }
  };
  const working = at === "writing" || at === "coming";
  return h("div", null,
    h("div", {class: "actions"},
      h(Button, {kind: "primary", why: working ? undefined : why, "aria-busy": working, onClick: () => working || go()}, "Download ", h("code", null, file)),
      working && h(Button, {onClick: () => stop.current.abort()}, "Cancel"),
      h("span", {class: "soft", role: "status"},
        at === "writing" && "The server writes the files …",
        at === "coming" && "Coming: " + brief(bytes) + " bytes …",
        at === "done" && (bytes == null ? "Your browser fetches it." : "Here: " + brief(bytes) + " bytes."),
        at === "rest" && counted(rows, "row") + (given.series || given.tables ? " at most" : ""))),
    h(Trouble, {problem, onAgain: problem && go}));
}
