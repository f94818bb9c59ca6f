// The runs that the database remembers, whoever has made them and by which road.
import {h} from "./preact.js";
import {useRef, useState} from "./hooks.js";
import {useLoaded} from "./store.js";
import {Button, Card, Copy, Loaded, useSeen} from "./ui.js";
import {count, moment} from "./words.js";

const FIRST = 10;

export function Runs() {
  const place = useRef();
  const seen = useSeen(place);
  const loaded = useLoaded(seen ? "/api/v1/runs" : null);
  return h("div", {ref: place},
    h(Card, {title: "Recorded runs", about: "Kept in the database, those of the command line too."},
      h(Loaded, {loaded, show: runs => runs.length === 0 ? h("p", {class: "soft"}, "None yet.") : h(Table, {runs})})));
}

function Table({runs}) {
  const [all, showAll] = useState(false);
  const shown = all ? runs : runs.slice(0, FIRST);
  return h("div", null,
    h("div", {class: "wide-table", tabindex: 0, role: "group", "aria-label": "Recorded runs"},
      h("table", {class: "table runs"},
        h("thead", null, h("tr", null, ["when", "operation", "outcome", "seed"].map(word => h("th", {key: word, scope: "col"}, word)),
          ["came", "went"].map(word => h("th", {key: word, scope: "col", class: "num"}, word)),
          ["by", "configuration"].map(word => h("th", {key: word, scope: "col"}, word)))),
        h("tbody", null, shown.map(run => h("tr", {key: run.run_id},
          h("th", {scope: "row"}, moment(run.finished_at)),
          h("td", null, run.operation),
          h("td", null, h("span", {class: "pill " + (run.outcome === "completed" ? "good" : "warn")}, run.outcome)),
          h("td", null, run.seed ?? "–"),
          h("td", {class: "num"}, count(rows(run, "inserted"))),
          h("td", {class: "num"}, count(rows(run, "deleted"))),
          h("td", null, run.os_user),
          h("td", null, run.configuration && h(Copy, {text: run.configuration, what: "the configuration of run " + run.run_id}))))))),
    runs.length > FIRST && h(Button, {kind: "quiet small", onClick: () => showAll(!all)}, all ? "The newest only" : "All " + count(runs.length) + " runs"));
}

const rows = (run, what) => Object.values(run.tables ?? {}).reduce((sum, change) => sum + (change[what] ?? 0), 0);
