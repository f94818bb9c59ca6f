// Kinds of demand: how often a series sells, and how much its quantities differ.
import {h} from "./preact.js";
import {useMemo} from "./hooks.js";
import {set, useLoaded, useStore} from "./store.js";
import {Plot, dots, logarithmic} from "./plot.js";
import {Card, Loaded} from "./ui.js";
import {count, figure, share} from "./words.js";

const KINDS = [
  ["smooth", "often, even quantities"],
  ["erratic", "often, uneven quantities"],
  ["intermittent", "seldom, even quantities"],
  ["lumpy", "seldom, uneven quantities: the hardest to forecast"],
];
const LOWEST = 0.01; // of CV², so that a series that always sells the same has a place on a log scale
const NEAR = 15; // pixels
const FEW = 300; // series; so many have room for larger dots

export function Classes() {
  const loaded = useLoaded("/api/v1/demand-classes");
  return h(Card, {title: "Kinds of demand"}, h(Loaded, {loaded, waiting: "Counting days with and without sales …", show: all => h(Drawn, {all})}));
}

function Drawn({all: {counts, cuts, series}}) {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const judged = KINDS.reduce((sum, [kind]) => sum + counts[kind], 0);
  const [most] = KINDS.reduce((a, b) => counts[b[0]] > counts[a[0]] ? b : a);
  const shares = KINDS.map(([kind]) => kind + " " + share(counts[kind] / total)).join(", ");
  if (judged === 0) return h("p", {class: "about"}, "No series has sold on two days or more yet: nothing tells how its demand comes.");
  return h("div", null,
    h("p", {class: "about"}, counts[most] === judged ? "All series are " + most + "." : "Most series are " + most + ": " + share(counts[most] / total) + ".",
      " Further right is sold more seldom, further up in more uneven quantities.",
      series.length < judged && " Drawn are " + count(series.length) + " of " + count(judged) + " series" + "."),
    h("div", {class: "kinds"}, h(Scatter, {series, cuts, label: "Series by the days from sale to sale and the variation of quantities: " + shares}),
    h("table", {class: "table"},
      h("thead", null, h("tr", null, h("th", {scope: "col"}, "kind"),
        h("th", {scope: "col", class: "num"}, "series"), h("th", {scope: "col", class: "num"}, "share"))),
      h("tbody", null,
        KINDS.map(([kind, words]) => h("tr", {key: kind},
          h("th", {scope: "row"}, h("i", {class: "dot kind-" + kind}), kind, h("small", null, words)),
          h("td", {class: "num"}, count(counts[kind])), h("td", {class: "num"}, share(counts[kind] / total)))),
        total > judged && h("tr", null, h("th", {scope: "row"}, "not told", h("small", null, "sold on less than two days")),
          h("td", {class: "num"}, count(total - judged)), h("td", {class: "num"}, share((total - judged) / total)))))));
}

function Scatter({series, cuts, label}) {
  const picked = useStore(state => state.picked);
  const points = useMemo(() => series.map(each => ({...each, x: each.adi, y: Math.max(LOWEST, each.cv2)})), [series]);
  const {x, y} = useMemo(() => {
    const most = (of, least) => points.reduce((a, each) => Math.max(a, of(each)), least);
    const least = points.reduce((a, each) => Math.min(a, each.y), cuts.cv2 / 3);
    return {x: logarithmic(0.93, most(each => each.x, cuts.adi * 2) * 1.1), y: logarithmic(least / 1.8, most(each => each.y, cuts.cv2 * 3) * 1.25)};
  }, [points]);
  const pick = ({px, py, x: left, y: top}) => {
    const far = each => Math.hypot(px(each.x) - left, py(each.y) - top);
    const nearest = points.reduce((a, b) => far(b) < far(a) ? b : a);
    if (far(nearest) <= NEAR) set({picked: {store: nearest.store, product: nearest.product, chosen: true}});
  };
  const own = picked && points.find(each => each.store === picked.store && each.product === picked.product);
  return h("div", null,
    h(Plot, {
      label, onPick: pick,
      x: {scale: x, name: "days from sale to sale (ADI)", tick: figure}, y: {scale: y, name: "variation of quantities (CV²)", tick: tick => (tick <= LOWEST ? "≤ " : "") + figure(tick)},
    }, ({px, py, inner}) => h("g", null,
      h("line", {class: "plot-cut", x1: px(cuts.adi), x2: px(cuts.adi), y1: inner.top, y2: inner.top + inner.height}),
      h("line", {class: "plot-cut", x1: inner.left, x2: inner.left + inner.width, y1: py(cuts.cv2), y2: py(cuts.cv2)}),
      // beneath the points: a word must not hide one
      h(Corner, {inner, left: true, top: true, kind: "erratic"}), h(Corner, {inner, left: false, top: true, kind: "lumpy"}),
      h(Corner, {inner, left: true, top: false, kind: "smooth"}), h(Corner, {inner, left: false, top: false, kind: "intermittent"}),
      KINDS.map(([kind]) => h("path", {key: kind, class: series.length < FEW ? "dots few kind-" + kind : "dots kind-" + kind, d: dots(points.filter(each => each.class === kind).map(each => [each.x, each.y]), px, py)})),
      own && h("circle", {class: "plot-own", cx: px(own.x), cy: py(own.y), r: 7}))),
    h("p", {class: "about small-print"}, "Cuts at ", figure(cuts.adi), " days and CV² ", figure(cuts.cv2), " (Syntetos, Boylan, Croston, 2005). Click a point to see its series above",
      own && ": the circle is " + own.store + " " + own.product, "."));
}

const Corner = ({inner, left, top, kind}) => h("text", {
  class: "plot-corner", "text-anchor": left ? "start" : "end",
  x: left ? inner.left + 5 : inner.left + inner.width - 5, y: top ? inner.top + 15 : inner.top + inner.height - 7,
}, kind);
