// Some series of a dataset, drawn before anything of it is written.
import {h} from "./preact.js";
import {useMemo} from "./hooks.js";
import {DayChart, range, span} from "./chart.js";
import {Card} from "./ui.js";
import {count, seconds} from "./words.js";

/** @param preview of /api/v1/preview @param stale whether the form says something else by now */
export function Preview({preview, stale}) {
  const days = useMemo(() => Array.from({length: preview.days}, (_, i) => seconds(preview.start) + i * 86400), [preview]);
  const [total, ...series] = preview.lines;
  return h("div", {class: "preview stack"},
    h("p", {class: "about"}, preview.title, stale && h("strong", null, " – what you have changed since is not in it.")),
    h(Card, {title: "Sales of " + preview.total}, h(Line, {line: total, days, height: 220})),
    h("div", {class: "grid"}, series.map(line => h(Card, {key: line.name, title: line.name, about: line.about}, h(Line, {line, days, height: 150})))),
    h("p", {class: "soft"}, "Nothing has been written. ", count(preview.all_series), " series in all; drawn are some of them."));
}

function Line({line, days, height}) {
  const out = useMemo(() => line.stockouts.map(share => share >= 1), [line]);
  return h(DayChart, {
    label: line.name + ", " + span(days) + ": sold " + range(line.sold) + " a day, expected " + range(line.expected),
    days, height, sync: "preview", bands: [{days: out, color: "stockout"}],
    lines: [
      {label: "sold", values: line.sold, color: "sold", fill: "sold-fill"},
      {label: "expected", values: line.expected, color: "expected", dash: [5, 4]},
    ],
  });
}
