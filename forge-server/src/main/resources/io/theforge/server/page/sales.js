// All sales, day by day, with what people remember of a year: its holidays and its promotions.
import {h} from "./preact.js";
import {useMemo, useState} from "./hooks.js";
import {DayChart, span} from "./chart.js";
import {Card, Loaded} from "./ui.js";
import {count, counted, figure, seconds} from "./words.js";

/** @param loaded all days */
export function Sales({loaded}) {
  return h(Card, {title: "All sales"}, h(Loaded, {loaded, show: days => h(Drawn, {days})}));
}

function Drawn({days}) {
  const [what, choose] = useState("units");
  const columns = useMemo(() => ({
    at: days.map(({date}) => seconds(date)),
    units: days.map(({units}) => units),
    revenue: days.map(({revenue}) => Number(revenue)),
    promotions: days.map(({promotions}) => promotions ?? 0),
    holidays: days.filter(({holiday}) => holiday).map(({date, holiday}) => ({at: seconds(date), label: holiday, color: "holiday"})),
  }), [days]);
  const all = columns[what];
  const total = all.reduce((sum, each) => sum + each, 0);
  const word = what === "units" ? "units a day" : "revenue a day";
  return h("div", null,
    h("div", {class: "bar"},
      h("div", {class: "choice", role: "radiogroup", "aria-label": "What is drawn"},
        ["units", "revenue"].map(each => h("label", {key: each},
          h("input", {type: "radio", name: "all-sales", checked: what === each, onChange: () => choose(each)}), each))),
      h("span", {class: "soft"}, count(total), " ", what, " in ", counted(days.length, "day"), ", ", figure(total / Math.max(1, days.length)), " a day")),
    h(DayChart, {
      label: "All sales, " + word + ", " + span(columns.at) + ": " + count(total) + " in all. Holidays: "
        + [...new Set(columns.holidays.map(each => each.label))].join(", "),
      days: columns.at, height: 280, marks: columns.holidays, sync: "all-days",
      lines: [{label: word, values: all, color: "sold", fill: "sold-fill"}],
    }),
    h(DayChart, {
      label: "Promotions on each day",
      days: columns.at, height: 115, sync: "all-days",
      lines: [{label: "promotions that run", values: columns.promotions, color: "promotion", fill: "promotion-fill"}],
    }));
}
