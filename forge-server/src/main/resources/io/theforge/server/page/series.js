// One product in one store: what was sold and what was to be expected, its stock, its price.
import {h} from "./preact.js";
import {useEffect, useMemo, useRef, useState} from "./hooks.js";
import {address} from "./api.js";
import {set, useLoaded, useStore} from "./store.js";
import {DayChart, range, span} from "./chart.js";
import {Card, Loaded} from "./ui.js";
import {PickProduct, PickStore, Steady} from "./pick.js";
import {Factors} from "./factors.js";
import {count, counted, day, figure, money, seconds} from "./words.js";

const DAY = 86400;
const TRIES = 20; // in a sparse shop the first product may not be on sale in the first store, which may be one of others

export function Series() {
  const dimensions = useLoaded("/api/v1/dimensions");
  return h(Card, {title: "One series", class: "one-series", about: "One product in one store, day by day."},
    h(Loaded, {loaded: dimensions, show: ({stores, products}) => stores.length && products.length
      ? h(Chosen, {stores, products}) : h("p", null, "There are no stores and products.")}));
}

function Chosen({stores, products}) {
  const kept = useStore(state => state.picked);
  // of an earlier dataset, there may be no such store now
  const picked = kept && stores.some(each => each.code === kept.store) ? kept : null;
  const {store, product} = picked ?? {store: stores[0].code, product: products[0].sku};
  const path = address("/api/v1/series", {store, product});
  const loaded = useLoaded(path);
  const pick = more => set({picked: {store, product, ...more}});
  const any = list => list[Math.floor(Math.random() * list.length)];
  const tries = useRef(0);
  const current = loaded.path === path;
  const none = current && (loaded.problem?.status === 404 || (loaded.data && !loaded.data.days.some(day => day.sold != null)));
  // what nobody has chosen shall not be empty
  const further = none && !picked?.chosen && tries.current < Math.min(TRIES, Math.max(stores.length, products.length) - 1);
  useEffect(() => {
    if (!further) return;
    tries.current++;
    const next = all => all[tries.current % all.length];
    set({picked: {store: next(stores).code, product: next(products).sku}});
  }, [further, store, product]);
  const chosen = more => pick({...more, chosen: true});
  const name = products.find(each => each.sku === product)?.name ?? product;
  const place = stores.find(each => each.code === store)?.name ?? store;
  return h("div", null,
    h("div", {class: "picks"},
      h(PickStore, {stores, value: store, onPick: code => chosen({store: code})}),
      h(PickProduct, {products, value: product, onPick: sku => chosen({product: sku}),
        random: () => chosen({store: any(stores).code, product: any(products).sku})})),
    current && loaded.problem?.status === 404 && !further
      ? h("p", {role: "status"}, name, " is not on sale in ", place, ": there is no series. Take another product or store.")
      : h(Steady, {loaded, path: further ? null : path, show: series => h(Drawn, {series, name: name + " in " + place})}));
}

/** Columns of all days from the first to the last: a day without a record has none of the figures. */
function columns({days, start, truth}) {
  const dated = days.map(each => ({...each, at: seconds(each.date)}));
  const begin = start == null ? null : seconds(start);
  const first = Math.min(dated[0]?.at ?? Infinity, begin ?? Infinity);
  const last = Math.max(dated.at(-1)?.at ?? -Infinity, truth ? begin + (truth.expected.length - 1) * DAY : -Infinity);
  const at = Array.from({length: Math.max(0, (last - first) / DAY + 1)}, (_, i) => first + i * DAY);
  const byDay = new Map(dated.map(each => [each.at, each]));
  const column = of => at.map(each => byDay.has(each) ? of(byDay.get(each)) : null);
  const aligned = values => at.map(each => values[(each - begin) / DAY] ?? null);
  return {
    at,
    sold: column(each => each.sold),
    stock: column(each => each.on_hand),
    price: column(each => each.unit_price),
    out: column(each => each.stockout),
    promoted: column(each => each.promoted),
    expected: truth && aligned(truth.expected),
    factors: truth && Object.entries(truth.factors).map(([factor, values]) => [factor, aligned(values)]),
  };
}

const Small = ({title, about}) => h("h4", null, title, " ", h("small", null, about));

/** The figure of the day that the pointer is at, else from which to which they go. */
const beside = (at, values, pointed, words, unit) => (pointed == null ? range(values, words) : words(values[pointed])) + unit
  + (pointed == null ? "" : ", " + day(at[pointed]));

function Drawn({series, name}) {
  const all = useMemo(() => columns(series), [series]);
  const [pointed, point] = useState(null);
  const recorded = all.sold.filter(units => units != null);
  const mean = recorded.reduce((sum, units) => sum + units, 0) / recorded.length;
  const days = on => on.reduce((n, each) => n + (each ? 1 : 0), 0);
  const out = days(all.out);
  const promoted = days(all.promoted);
  const words = (recorded.length ? figure(mean) + " units a day" : "no record of sales")
    + (recorded.length < all.at.length ? ", a record on " + counted(recorded.length, "day") + " of " + all.at.length : "")
    + ", out of stock at the end of " + counted(out, "day") + ", on promotion on " + counted(promoted, "day");
  const shared = {days: all.at, sync: "series", onDay: point};
  const bands = [{days: all.promoted, color: "promotion-fill"}, {days: all.out, color: "stockout"}];
  return h("div", {class: "series"},
    h("p", {class: "reading", "aria-live": "polite"}, h("strong", null, name), ": ", words, "."),
    h("p", {class: "key"},
      promoted > 0 && h("span", null, h("i", {class: "swatch promotion"}), "on promotion"),
      out > 0 && h("span", null, h("i", {class: "swatch stockout"}), "out of stock at the end of the day"),
      all.expected && h("span", {class: "soft"}, "Expected is what would be sold without chance, anomalies and empty shelves.")),
    h(DayChart, {
      ...shared, bands, height: 270,
      label: name + ", " + span(all.at) + ": " + words + (all.expected ? "; expected " + range(all.expected) + " units a day" : ""),
      lines: [{label: "units sold", values: all.sold, color: "sold", fill: "sold-fill"},
        ...(all.expected ? [{label: "expected", values: all.expected, color: "expected", dash: [6, 3]}] : [])],
    }),
    h(Small, {title: "Stock at the end of the day", about: beside(all.at, all.stock, pointed, count, " units")}),
    h(DayChart, {
      ...shared, bands: bands.slice(1), height: 125, legend: false,
      label: "Stock on hand at the end of the day: " + range(all.stock) + " units, empty at the end of " + counted(out, "day"),
      lines: [{label: "units on hand", values: all.stock, color: "stock", fill: "stock-fill", width: 1.25}],
    }),
    h(Small, {title: "Unit price", about: beside(all.at, all.price, pointed, money, "")}),
    h(DayChart, {
      ...shared, bands: bands.slice(0, 1), height: 125, lowest: null, tick: money, legend: false,
      label: "Unit price: " + range(all.price, money) + ", on promotion on " + counted(promoted, "day"),
      lines: [{label: "unit price", values: all.price, color: "price", stepped: true}],
    }),
    all.factors
      ? h(Factors, {days: all.at, factors: all.factors, pointed})
      : h("p", {class: "about"}, "What was to be expected is not known: rows of others are in here, or rows have changed since they were made, "
        + "so the law behind them cannot be told."));
}
