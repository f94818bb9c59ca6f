// The week: how much each weekday sells, against the mean of all.
import {h} from "./preact.js";
import {useMemo} from "./hooks.js";
import {Card, Loaded} from "./ui.js";
import {WEEKDAYS, brief, count, counted, seconds} from "./words.js";

const LONG = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** @param loaded all days */
export const Weekday = ({loaded}) =>
  h(Card, {title: "The week"}, h(Loaded, {loaded, show: days => h(Drawn, {days})}));

/** Mean units of each weekday; null for one that is not there. */
function means(days) {
  const sums = WEEKDAYS.map(() => ({units: 0, days: 0}));
  days.forEach(({date, units}) => {
    const sum = sums[(new Date(seconds(date) * 1000).getUTCDay() + 6) % 7];
    sum.units += units;
    sum.days++;
  });
  return sums.map(sum => sum.days === 0 ? null : sum.units / sum.days);
}

/** @param part of the highest bar, above which stands its figure */
const high = part => "calc((100% - 1.7rem) * " + part + ")";

function Drawn({days}) {
  const week = useMemo(() => means(days), [days]);
  const there = week.filter(mean => mean != null);
  // each weekday counts once, however many of them the dataset begins and ends with
  const mean = there.reduce((sum, each) => sum + each, 0) / there.length;
  if (!(mean > 0)) return h("p", {class: "about"}, "Nothing has been sold yet.");
  const times = week.map(each => each == null ? null : each / mean);
  const most = Math.max(...times);
  const least = Math.min(...times.filter(each => each != null));
  const name = value => LONG[times.indexOf(value)];
  const weeks = Math.max(1, Math.round(days.length / 7));
  return h("div", null,
    h("p", {class: "about"}, there.length < 2 ? "One weekday alone: " + name(most) + "."
      : name(most) + " sells most, " + most.toFixed(2) + " times the mean day, " + name(least) + " least, " + least.toFixed(2) + " times. Of "
        + counted(weeks, "week") + ", all days."),
    h("ul", {class: "week"}, times.map((value, i) => h("li", {key: LONG[i]},
      h("span", {class: "hidden"}, LONG[i] + ": " + (value == null ? "no day" : value.toFixed(2) + " times the mean, " + count(week[i]) + " units")),
      h("span", {class: "week-bar", "aria-hidden": "true"},
        h("span", {class: "week-mean", style: {bottom: high(1 / most)}}),
        h("span", {class: "week-value"}, value == null ? "–" : value.toFixed(2)),
        h("span", {class: value >= 1 ? "week-fill above" : "week-fill", style: {height: high((value ?? 0) / most)}})),
      h("span", {class: "week-day", "aria-hidden": "true"}, WEEKDAYS[i], h("small", null, brief(week[i])))))),
    h("p", {class: "about"}, "The line across is the mean day, ", count(mean), " units; beneath each weekday its own mean."));
}
