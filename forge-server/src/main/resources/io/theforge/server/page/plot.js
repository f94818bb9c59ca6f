// Charts of points, drawn as SVG in the pixels they have: they take the theme's colours from the style sheet.
import {h} from "./preact.js";
import {useEffect, useRef, useState} from "./hooks.js";

const EDGE = {left: 52, right: 12, top: 10, bottom: 42};

/** The width of a place in pixels, 0 before it is known. */
function useWidth(place) {
  const [width, put] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(() => place.current && put(place.current.clientWidth));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return width;
}

/** From figures to 0..1. @param low @param high of the figures, low < high */
export function linear(low, high) {
  return {at: value => (value - low) / (high - low), ticks: roundSteps(low, high)};
}

/** From figures above 0 to 0..1, each tenfold as far. */
export function logarithmic(low, high) {
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    [1, 2, 5].forEach(n => ticks.push(n * 10 ** power));
  }
  const width = Math.log(high / low);
  return {at: value => Math.log(value / low) / width, ticks: ticks.filter(tick => tick >= low * 0.999 && tick <= high * 1.001)};
}

function roundSteps(low, high) {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find(n => n * power >= rough);
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({length: Math.max(0, Math.floor(high / step + 1e-9) - first + 1)}, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/**
 * A frame with two axes.
 * @param label what a screen reader says @param x @param y each {scale, name, tick: a figure in words}
 * @param children draws what is in it, given {px, py, inner}: figures to pixels, and the box between the axes
 * @param onPick gets the pixels of a click
 */
export function Plot({label, x, y, height = 340, children, onPick}) {
  const place = useRef();
  const width = useWidth(place);
  const inner = {left: EDGE.left, top: EDGE.top, width: Math.max(0, width - EDGE.left - EDGE.right), height: height - EDGE.top - EDGE.bottom};
  const px = value => inner.left + x.scale.at(value) * inner.width;
  const py = value => inner.top + (1 - y.scale.at(value)) * inner.height;
  const pick = event => {
    const box = event.currentTarget.getBoundingClientRect();
    onPick({px, py, x: event.clientX - box.left, y: event.clientY - box.top});
  };
  return h("div", {ref: place, class: "plot", role: "img", "aria-label": label},
    width > 0 && h("svg", {width, height, "aria-hidden": "true", class: onPick ? "picking" : null, onClick: onPick && pick},
      apart(x.scale.ticks, tick => px(tick), 34).map(tick => h("g", {key: "x" + tick},
        h("line", {class: "plot-grid", x1: px(tick), x2: px(tick), y1: inner.top, y2: inner.top + inner.height}),
        h("text", {x: px(tick), y: inner.top + inner.height + 16, "text-anchor": "middle"}, x.tick(tick)))),
      apart(y.scale.ticks, tick => py(tick), 18).map(tick => h("g", {key: "y" + tick},
        h("line", {class: "plot-grid", x1: inner.left, x2: inner.left + inner.width, y1: py(tick), y2: py(tick)}),
        h("text", {x: inner.left - 6, y: py(tick) + 4, "text-anchor": "end"}, y.tick(tick)))),
      h("text", {x: inner.left + inner.width / 2, y: height - 6, "text-anchor": "middle"}, x.name),
      h("text", {x: 12, y: inner.top + inner.height / 2, "text-anchor": "middle", transform: "rotate(-90 12 " + (inner.top + inner.height / 2) + ")"}, y.name),
      children({px, py, inner})));
}

/** Those that do not stand on one another. */
function apart(ticks, at, distance) {
  let last = -Infinity;
  return ticks.filter(tick => {
    if (Math.abs(at(tick) - last) < distance) return false;
    last = at(tick);
    return true;
  });
}

/** Points as one path of dots, so that thousands of them cost one element. */
export const dots = (points, px, py) => points.map(([x, y]) => "M" + px(x).toFixed(1) + " " + py(y).toFixed(1) + "h0").join("");
