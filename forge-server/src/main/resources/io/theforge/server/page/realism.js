// Is it realistic: each figure of the dataset beside its band in real shops.
import {h} from "./preact.js";
import {WhenSeen} from "./look.js";
import {Costly} from "./costly.js";
import {Section} from "./ui.js";
import {count, counted, figure, share} from "./words.js";

const SHARE = /share|^class_|^prices_ending/;
const TITLES = {
  zero_share: "Days without a sale", not_listed_share: "Not on sale", top_fifth_share: "Sold by the top fifth", prices_ending_in_9: "Prices ending in 9",
  elasticity_per_series: "Price elasticity, by series", elasticity_pooled: "Price elasticity, pooled", overdispersion_k: "Overdispersion k",
  best_smoothing_alpha: "Best smoothing constant", smoothing_error_ratio: "Error of smoothing to that of the mean", weekly_autocorrelation: "Autocorrelation of weeks",
  year_on_year_sd: "Change of a level in a year, sd", long_zero_run_share: "Series with 21 days without a sale", zero_clustering: "Zeros after zeros",
  same_product_correlation: "Correlation, same product", unrelated_correlation: "Correlation, unrelated series",
  stock_cover_days: "Days of stock", out_of_stock_share: "Out of stock",
};

/** "lift_05_10": "Lift at 5 to 10 % off" */
function title(name) {
  const lift = /^lift_(\d+)_(\d+)$/.exec(name);
  if (lift) return "Lift at " + Number(lift[1]) + " to " + Number(lift[2]) + " % off";
  const words = name.replace(/^class_|^weekday_/, "").replaceAll("_", " ");
  return TITLES[name] ?? (name.startsWith("class_") ? "Series: " : "") + words.charAt(0).toUpperCase() + words.slice(1);
}

function worded({name}, value) {
  if (!Number.isFinite(value)) return "–";
  if (SHARE.test(name)) return share(value);
  if (name.startsWith("lift_")) return "×" + value.toFixed(2);
  if (name.startsWith("elasticity_")) return value.toFixed(2).replace("-", "−");
  return name.startsWith("weekday_") ? "×" + value.toFixed(3) : figure(value).replace("-", "−");
}

export function Realism() {
  return h(Section, {id: "realism", title: "Is it realistic?", about: "What is in here, measured, beside what is published about real shops."},
    h("div", {class: "card"},
      h(WhenSeen, null, h(Costly, {
        path: "/api/v1/realism", small: 3_000_000, perMillion: 2, verb: "Measure it", waiting: "Measuring all sales …", show: card => h(Measured, {card}),
      }))));
}

function Measured({card: {scenario, promises_kept: kept, nothing_promised_because: nothing, figures}}) {
  const promised = figures.filter(each => each.promised);
  const others = figures.filter(each => !each.promised);
  const judged = figures.filter(each => each.status === "inside" || each.status === "outside");
  const inside = judged.filter(each => each.status === "inside").length;
  const broken = promised.filter(each => each.status === "outside").length;
  return h("div", {class: "realism"},
    h("p", null,
      nothing ? h("span", {class: "pill"}, "Nothing is promised: " + nothing)
        : h("span", {class: "pill " + (kept ? "good" : "bad")}, kept
          ? "Realistic: " + scenario + " keeps all " + counted(promised.length, "promise")
          : count(broken) + " of " + counted(promised.length, "promise") + " of " + scenario + " broken"),
      " ", count(inside), " of ", counted(judged.length, "figure"), " lie within the band of real shops."),
    nothing && h("p", {class: "soft"}, "No dataset has to be like every shop. Those that promise to be realistic are made from the presets m5_like, fresh and grocery_promo."),
    promised.length > 0 && h(Figures, {figures: promised, head: "Promised by " + scenario}),
    others.length > 0 && h(Figures, {figures: others, head: promised.length > 0 ? "Not promised: another kind of shop may well lie elsewhere" : "Beside one kind of real shop: another may well lie elsewhere"}));
}

function Figures({figures, head}) {
  return h("div", null,
    h("h3", null, head),
    h("ul", {class: "bands"}, figures.map(each => h(Row, {key: each.name, each}))));
}

function Row({each}) {
  const {name, meaning, figure: value, low, high, source, status, promised} = each;
  const out = status === "outside";
  // what is outside must not look as if on the edge
  const words = x => out && name.startsWith("weekday_") ? "×" + x.toFixed(4) : worded(each, x);
  const band = !Number.isFinite(low) ? "no band is published" : words(low) + " to " + words(high);
  return h("li", {class: out ? (promised ? "out broken" : "out") : null},
    h("div", {class: "band-name"}, h("strong", null, title(name)), h("span", {class: "soft"}, meaning)),
    h("div", {class: "band-value"}, h("strong", null, words(value)), out && h("span", {class: "band-out"}, value < low ? "below" : "above")),
    h(Band, {value, low, high, name}),
    h("details", {class: "band-source"}, h("summary", null, band), source ?? "No source gives a band."));
}

/** The band as a bar on a scale of its own that holds both: nothing else makes shares, prices and days comparable. */
function Band({value, low, high, name}) {
  if (![value, low, high].every(Number.isFinite)) return h("div", {class: "band none", "aria-hidden": "true"});
  const edge = (high - low) * 0.6 || 1;
  const from = Math.min(value - edge / 6, Math.max(low - edge, SHARE.test(name) ? Math.min(0, value) : -Infinity));
  const to = Math.max(value + edge / 6, high + edge);
  const place = x => 100 * (x - from) / (to - from) + "%";
  return h("div", {class: "band", "aria-hidden": "true"},
    h("span", {class: "band-range", style: {left: place(low), width: 100 * (high - low) / (to - from) + "%"}}),
    h("span", {class: "band-dot", style: {left: place(value)}}));
}
