// What expected demand is made of: a chart for each factor that has an effect here.
import {h} from "./preact.js";
import {useState} from "./hooks.js";
import {DayChart, range} from "./chart.js";
import {WEEKDAYS} from "./words.js";

const WEEKLY = ["weekday", "weekend", "weekday_profile"];
const EFFECT = 0.005; // less than that cannot be seen

const times = value => value == null ? "–" : value.toFixed(Math.abs(value - 1) < 0.05 && value !== 1 ? 3 : 2);

const named = factor => factor.replaceAll("_", " ");

function effect(values) {
  return values.reduce((most, each) => each == null ? most : Math.max(most, Math.abs(each - 1)), 0) >= EFFECT;
}

/** @param pointed the place in days that the pointer is at, or null */
export function Factors({days, factors, pointed}) {
  const [open, put] = useState(false);
  const strong = factors.filter(([, values]) => effect(values));
  const drawn = strong.filter(([factor]) => !WEEKLY.includes(factor));
  const idle = factors.filter(([, values]) => !effect(values)).map(([factor]) => named(factor));
  return h("details", {class: "more", onToggle: event => put(event.target.open)},
    h("summary", null, "What demand is made of"),
    open && h("div", null,
      h("p", {class: "about"}, "Expected units are a base times each of these. Above 1 it sells more, below 1 less."),
      strong.filter(([factor]) => WEEKLY.includes(factor)).map(([factor, values]) => h(Weekly, {key: factor, factor, values, days})),
      drawn.length > 0 && h("div", {class: "factors"}, drawn.map(([factor, values]) => h("div", {key: factor},
        h("h4", null, named(factor), " ", h("small", null, "times ", pointed == null ? range(values, times) : times(values[pointed]))),
        h(DayChart, {
          label: named(factor) + ": times " + range(values, times), days, height: 130, lowest: null, legend: false, sync: "series", tick: times,
          lines: [{label: named(factor), values, color: "factor"}],
        })))),
      idle.length > 0 && h("p", {class: "about"}, "Without effect here: ", idle.join(", "), ".")));
}

/** As figures: seven days, over and over, are no picture. */
function Weekly({factor, values, days}) {
  const week = WEEKDAYS.map((name, of) => {
    const at = days.findIndex((each, i) => values[i] != null && (new Date(each * 1000).getUTCDay() + 6) % 7 === of);
    return [name, at < 0 ? null : values[at]];
  });
  return h("div", null,
    h("h4", null, named(factor)),
    h("dl", {class: "week-figures"}, week.map(([name, value]) => h("div", {key: name}, h("dt", null, name), h("dd", null, value == null ? "–" : value.toFixed(2))))));
}
