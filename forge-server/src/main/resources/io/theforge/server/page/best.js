// How good a forecast can be: the oracle, who knows the law of demand, beside simple benchmarks.
import {h} from "./preact.js";
import {useState} from "./hooks.js";
import {useStore} from "./store.js";
import {isMadeHere} from "./state.js";
import {WhenSeen} from "./look.js";
import {Costly} from "./costly.js";
import {Copy, Section, WideTable} from "./ui.js";
import {count, counted, seconds, share} from "./words.js";

const FORECASTERS = [["oracle", "best reachable"], ["oracle_promotions_unknown", "best, promotions unknown"], ["oracle_on_sales", "best, on sales"], ["oracle_foreseeing", "best, foreseen"],
  ["moving_average_28", "mean of 28 days"], ["seasonal_naive", "same weekday"], ["naive", "last day"]];
const DRAWN = ["naive", "seasonal_naive", "moving_average_28", "oracle"];
const LONGEST_HORIZON_DAYS = 28;
const BENCHMARKS = DRAWN.slice(0, 3);
/** With as many decimals in each row, so that columns can be compared. */
const fixed = (value, decimals) => value == null ? "–" : value.toFixed(decimals);
const METRICS = [["wape", "WAPE", value => value == null ? "–" : fixed(value * 100, 1) + " %"],
  ["mae", "MAE, units", value => fixed(value, value < 10 ? 2 : 1)], ["rmsse", "RMSSE", value => fixed(value, 2)]];

export function Best() {
  const dataset = useStore(state => state.dataset);
  const others = dataset.rows_of_others > 0;
  const {start, end} = dataset.date_range;
  const why = !isMadeHere(dataset) ? "Nobody knows the law behind rows of others, so nobody can tell."
    : seconds(end) - seconds(start) < LONGEST_HORIZON_DAYS * 86400 ? "Forecasts of " + LONGEST_HORIZON_DAYS + " days are judged, and some days before them are known: these are too few." : null;
  return h(Section, {id: "best", title: "How good can a forecast be?",
    about: "Who knew the law behind these sales would still err, by chance. No forecast can do better; between that and the benchmarks is what a model can win."},
    h("div", {class: "card"}, why
      ? h("p", null, why)
      : h(WhenSeen, null, h(Costly, {
        path: others ? "/api/v1/oracle?ours_only=true" : "/api/v1/oracle", small: 400_000, perMillion: 15, verb: "Work it out",
        waiting: "Asking the oracle about every series and day …", show: answer => h(Judged, {answer}),
      }))));
}

/** "all": "All series", "class smooth": "smooth series", "category Dairy": "Dairy" */
function named(group) {
  if (group === "all") return "All series";
  const words = group.replace(/^class (.*)/, "$1 series").replace(/^category /, "").replace("too_little_data series", "series with too little data");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const order = group => group === "all" ? 0 : group.startsWith("class ") ? 1 : 2;

function Judged({answer: {horizons, cutoffs, scores}}) {
  const flag = useStore(state => state.dataset.command_flag);
  const command = "./forge score forecasts.csv" + (flag && " " + flag);
  const [metric, measure] = useState("wape");
  const [horizon, look] = useState(horizons.at(-1));
  const [, word, worded] = METRICS.find(([name]) => name === metric);
  const value = (group, forecaster, of) => scores.find(each => each.group === group && each.forecaster === forecaster && each.horizon === of)?.[metric] ?? null;
  const groups = [...new Set(scores.map(each => each.group))].sort((a, b) => order(a) - order(b));
  // series with hardly a sale have scores beyond all others, and would press these together
  const drawn = groups.filter(group => group !== "class too_little_data" && horizons.some(of => value(group, "oracle", of) != null));
  const most = Math.max(0, ...drawn.flatMap(group => horizons.flatMap(of => DRAWN.map(each => value(group, each, of) ?? 0)))) || 1;
  const measures = h("div", {class: "bar"}, h(Choice, {name: "best-metric", label: "Measure", all: METRICS, value: metric, onChoose: measure}));
  if (drawn.length === 0) return h("div", null, measures, h("p", null, "By this measure there is nothing to judge a forecast on."));
  const shown = {metric, word, worded, value, horizons};
  return h("div", null,
    h("p", {class: "reading"}, h(Reading, {...shown, horizon})),
    measures,
    h("p", {class: "key"},
      h("span", null, h("i", {class: "mark oracle"}), "best reachable"),
      h("span", null, h("i", {class: "mark moving_average_28"}), "mean of 28 days"),
      h("span", null, h("i", {class: "mark seasonal_naive"}), "same weekday of the week before"),
      h("span", null, h("i", {class: "mark naive"}), "last day"),
      h("span", null, h("i", {class: "swatch to-win"}), "what a model can win")),
    h("ul", {class: "multiples", "aria-label": word + " by group and horizon"}, drawn.map(group => h(Panel, {key: group, group, most, ...shown}))),
    h("p", {class: "about"}, "Each line goes from 0 to ", worded(most), "; further left is better. Beside it the best reachable."),
    h("div", {class: "bar best-table-head"}, h("h3", null, word, " in figures"),
      h(Choice, {name: "best-horizon", label: "Days ahead", all: horizons.map(each => [each, String(each)]), value: horizon, onChoose: look})),
    h(Figures, {groups, horizon, scores, ...shown}),
    h("p", {class: "about"}, "From ", counted(cutoffs.length, "cutoff"), ", ", cutoffs[0], " to ", cutoffs.at(-1),
      ". Promotions unknown: to somebody without the promotion calendar. On sales: judged on what was sold, which empty shelves have cut.",
      scores.some(each => each.forecaster === "oracle_foreseeing") && " Foreseen: by somebody who knew how levels, weeks and absences would go, as nobody can."),
    h("div", {class: "again"}, h("h3", null, "Where does your own forecast stand?"),
      h("div", {class: "copyable"}, h("code", {class: "command", tabindex: 0}, command), h(Copy, {text: command, what: "the command"}))));
}

const best = (value, group, of) => BENCHMARKS.map(each => [each, value(group, each, of)]).filter(([, score]) => score != null).sort((a, b) => a[1] - b[1])[0] ?? null;

function Reading({word, worded, value, horizons, horizon}) {
  const of = horizon ?? horizons.at(-1);
  const oracle = value("all", "oracle", of);
  const rival = best(value, "all", of);
  if (oracle == null || !rival) return "No benchmark could be judged.";
  const name = FORECASTERS.find(([key]) => key === rival[0])[1];
  return h("span", null, of === 1 ? "A day" : of + " days", " ahead nobody can do better than ", h("strong", null, word.split(",")[0], " ", worded(oracle)),
    ". The best benchmark (", name, ") has ", h("strong", null, worded(rival[1])), rival[1] > oracle ? [": a model can win ", h("strong", null, share(1 - oracle / rival[1])), " of its error."] : ".");
}

function Choice({name, label, all, value, onChoose}) {
  return h("div", {class: "choice", role: "radiogroup", "aria-label": label}, h("span", {class: "soft"}, label),
    all.map(([key, text]) => h("label", {key}, h("input", {type: "radio", name, checked: key === value, onChange: () => onChoose(key)}), text)));
}

function Panel({group, most, word, worded, value, horizons}) {
  const at = score => 100 * score / most + "%";
  const said = of => (of === 1 ? "1 day" : of + " days") + ": " + DRAWN.map(each => FORECASTERS.find(([key]) => key === each)[1] + " " + worded(value(group, each, of))).join(", ");
  return h("li", {class: group === "all" ? "multiple all" : "multiple"},
    h("h3", {class: "minor"}, named(group)),
    h("div", {role: "img", "aria-label": named(group) + ", " + word + ". " + horizons.map(said).join(". ")}, horizons.map(of => {
      const oracle = value(group, "oracle", of);
      const rival = best(value, group, of);
      return h("div", {key: of, class: "strip", title: said(of)},
        h("span", {class: "strip-name"}, of, " d"),
        h("span", {class: "strip-line"},
          rival && oracle != null && rival[1] > oracle && h("span", {class: "strip-win", style: {left: at(oracle), width: 100 * (rival[1] - oracle) / most + "%"}}),
          DRAWN.map(each => value(group, each, of) != null && h("span", {key: each, class: "mark " + each, style: {left: at(value(group, each, of))}}))),
        h("span", {class: "strip-value"}, worded(oracle)));
    })));
}

function Figures({groups, horizon, scores, word, worded, value}) {
  const known = FORECASTERS.filter(([key]) => scores.some(each => each.forecaster === key));
  const series = group => scores.find(each => each.group === group && each.horizon === horizon)?.series;
  return h(WideTable, {label: word + ", " + counted(horizon, "day") + " ahead"},
    h("thead", null, h("tr", null, h("th", {scope: "col"}, "group"), h("th", {scope: "col", class: "num"}, "series"),
      known.map(([key, text]) => h("th", {key, scope: "col", class: "num"}, text)), h("th", {scope: "col", class: "num"}, "to win"))),
    h("tbody", null, groups.map(group => {
      const rival = best(value, group, horizon);
      const oracle = value(group, "oracle", horizon);
      return h("tr", {key: group}, h("th", {scope: "row"}, named(group)), h("td", {class: "num"}, count(series(group))),
        known.map(([key]) => h("td", {key, class: key === "oracle" ? "num strong" : "num"}, worded(value(group, key, horizon)))),
        h("td", {class: "num"}, rival && oracle != null && rival[1] > 0 ? share(Math.max(0, 1 - oracle / rival[1])) : "–"));
    })));
}
