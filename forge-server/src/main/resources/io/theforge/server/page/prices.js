// What a price does: units a day of one product at each of its prices.
import {h} from "./preact.js";
import {useEffect, useMemo, useState} from "./hooks.js";
import {address, get} from "./api.js";
import {useLoaded} from "./store.js";
import {Plot, linear} from "./plot.js";
import {Card, Loaded, WideTable} from "./ui.js";
import {PickProduct, Steady} from "./pick.js";
import {count, counted, figure, money, percent} from "./words.js";

const TRIES = 8; // products looked at for one with many prices
const ENOUGH = 20;
const LARGEST = 16; // radius in pixels

export function Prices() {
  const dimensions = useLoaded("/api/v1/dimensions");
  return h(Card, {title: "What a price does"}, h(Loaded, {loaded: dimensions, show: ({products}) => products.length
    ? h(Chosen, {products}) : h("p", null, "There are no products.")}));
}

/** How much a picture of them tells: one price nothing, and few units are all chance. */
const worth = prices => (prices.length - 1) * prices.reduce((most, each) => Math.max(most, each.units_per_day), 0);

/** One that tells something, among the first products. */
function useTelling(products) {
  const [sku, put] = useState(null);
  useEffect(() => {
    const stop = new AbortController();
    (async () => {
      let best = {sku: products[0].sku, tells: -1};
      for (const each of products.slice(0, TRIES)) {
        const tells = worth(await get(address("/api/v1/prices", {product: each.sku}), stop.signal));
        if (tells > best.tells) best = {sku: each.sku, tells};
        if (tells >= ENOUGH) break;
      }
      put(best.sku);
    })().catch(failure => failure.name === "AbortError" || put(products[0].sku));
    return () => stop.abort();
  }, [products]);
  return sku;
}

function Chosen({products}) {
  const telling = useTelling(products);
  const [chosen, choose] = useState(null);
  const product = products.some(each => each.sku === chosen) ? chosen : telling;
  const path = product && address("/api/v1/prices", {product});
  const loaded = useLoaded(path);
  return h("div", null,
    h("div", {class: "picks"}, h(PickProduct, {products, value: product ?? products[0].sku, onPick: choose})),
    h(Steady, {loaded, path, show: prices => h(Drawn, {prices})}));
}

/** How much more units a day are on promotion than without, over all days. */
function effect(prices, promoted) {
  const all = prices.filter(each => each.promoted === promoted);
  const days = all.reduce((sum, each) => sum + each.days, 0);
  return days === 0 ? null : {
    days,
    price: all.reduce((sum, each) => sum + each.days * each.unit_price, 0) / days,
    units: all.reduce((sum, each) => sum + each.days * each.units_per_day, 0) / days,
  };
}

function words(prices) {
  const regular = effect(prices, false);
  const promoted = effect(prices, true);
  if (prices.length === 1) return "One price alone, so nothing to compare.";
  if (!regular || !promoted) return "No promotion to compare with: " + counted(prices.length, "price") + ".";
  const change = promoted.units / regular.units - 1;
  return "On promotion it costs " + money(promoted.price) + " instead of " + money(regular.price) + " in the mean, and sells " + figure(promoted.units)
    + " instead of " + figure(regular.units) + " units a day in a store" + (Number.isFinite(change) ? ": " + (change < 0 ? "−" : "+") + percent(Math.round(Math.abs(change) * 100) / 100) : "") + ".";
}

function Drawn({prices}) {
  const scales = useMemo(() => {
    const all = prices.map(each => Number(each.unit_price));
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const edge = (high - low) * 0.1 || Math.max(0.1, high * 0.1);
    const most = prices.reduce((a, each) => Math.max(a, each.units_per_day), 0) || 1;
    return {x: linear(Math.max(0, low - edge), high + edge), y: linear(0, most * 1.15), days: Math.max(...prices.map(each => each.days))};
  }, [prices]);
  if (prices.length === 0) return h("p", {class: "about"}, "This product has no sales.");
  const name = each => money(each.unit_price) + (each.promoted ? " on promotion: " : ": ") + figure(each.units_per_day) + " units a day in a store, on " + count(each.days) + " days of stores";
  return h("div", null,
    h("p", {class: "about", "aria-live": "polite"}, words(prices)),
    h("p", {class: "key"},
      h("span", null, h("i", {class: "dot price-regular"}), "regular"), h("span", null, h("i", {class: "dot price-promoted"}), "on promotion"),
      h("span", {class: "soft"}, "The larger, the more days.")),
    h(Plot, {
      label: "Units a day in a store by price. " + words(prices),
      x: {scale: scales.x, name: "unit price", tick: money}, y: {scale: scales.y, name: "units a day in a store", tick: figure},
    }, ({px, py}) => h("g", null, [...prices].sort((a, b) => b.days - a.days).map(each => h("circle", {
      key: each.unit_price + " " + each.promoted, class: each.promoted ? "price-promoted" : "price-regular",
      cx: px(each.unit_price), cy: py(each.units_per_day), r: Math.max(3, LARGEST * Math.sqrt(each.days / scales.days)),
    }, h("title", null, name(each)))))),
    h("details", {class: "more"}, h("summary", null, "All prices"),
      h(WideTable, {label: "All prices"},
        h("thead", null, h("tr", null, ["unit price", "units a day in a store", "days of stores"].map(word => h("th", {key: word, scope: "col", class: "num"}, word)), h("th", {scope: "col"}, "promotion"))),
        h("tbody", null, prices.map(each => h("tr", {key: each.unit_price + " " + each.promoted},
          [money(each.unit_price), figure(each.units_per_day), count(each.days)].map((value, i) => h("td", {key: i, class: "num"}, value)),
          h("td", null, each.promoted ? "yes" : "no")))))));
}
