// Charts by uPlot, in the colours of the page, as wide as their place.
import {h} from "./preact.js";
import {useEffect, useRef} from "./hooks.js";
import {brief, day, figure, isoDay} from "./words.js";

const charts = new Set();

export const color = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

/** Draws all of them again, in other colours. */
export function redrawCharts() {
  charts.forEach(draw => draw());
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawCharts);

/**
 * A chart in its place.
 * @param label what it shows, in one sentence with its main figures: a screen reader says this instead
 * @param options returns uPlot's options, asked whenever the chart is drawn anew; without width and height
 * @param data uPlot's columns
 */
export function Chart({label, height = 220, options, data, legend = true}) {
  const place = useRef();
  useEffect(() => {
    let chart = null;
    const draw = () => {
      chart?.destroy();
      chart = new uPlot({width: place.current.clientWidth, height, legend: {show: legend}, ...options()}, data, place.current);
    };
    draw();
    charts.add(draw);
    const watch = new ResizeObserver(() => {
      const width = place.current?.clientWidth;
      if (width && width !== chart.width) chart.setSize({width, height});
    });
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      charts.delete(draw);
      chart.destroy();
    };
  }, [data, height]);
  return h("div", {class: "chart", role: "img", "aria-label": label},
    h("div", {ref: place, "aria-hidden": "true"}));
}

/** An axis in the page's colours. */
export const axis = more => ({
  stroke: color("soft"), grid: {stroke: color("grid"), width: 1}, ticks: {stroke: color("grid"), width: 1}, font: "12px system-ui, sans-serif", ...more,
});

/** No smaller steps than a day; from 30 days on they are whole months, from 365 on whole years. */
const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 30, 60, 90, 120, 150, 180, 365, 730, 1825, 3650].map(n => n * 86400);

/** "2024", "Jan" or "5 Jan", the first and each January with its year. */
function dates(u, splits, at, space, step) {
  return splits.map((each, i) => {
    const [, number, month, year] = day(each).split(" ");
    if (step >= 365 * 86400) return year;
    return (step < 30 * 86400 ? number + " " : "") + month + (i === 0 || (month === "Jan" && Number(number) <= 10) ? "\n" + year : "");
  });
}

/**
 * Days on the x axis.
 * @param lines of {label, values, color, width, dash, fill, show, points, stepped}; colours are names of the page's
 * @param bands of {days, color}: behind each day for which days[i] is true
 * @param marks of {at: seconds, label, color}: an upright line with a word
 * @param sync charts of one name share zoom and pointer
 * @param tick a figure beside the y axis in words
 * @param onDay gets the place in days that the pointer is at, null when it is at none
 */
export function DayChart({label, days, lines, bands = [], marks = [], height, sync, value = figure, tick = brief, lowest = 0, legend, onDay}) {
  const options = () => ({
    tzDate: at => uPlot.tzDate(new Date(at * 1000), "UTC"),
    cursor: {sync: sync ? {key: sync, scales: ["x", null]} : undefined, drag: {x: true, y: false}, y: false},
    scales: {
      // of one day alone uPlot would make years
      x: {range: (u, min, max) => days.length === 1 ? [days[0] - 43200, days[0] + 43200] : [min, max]},
      y: {range: lowest == null ? around : (u, min, max) => [Math.min(lowest, min ?? lowest), max > lowest ? lowest + (max - lowest) * 1.05 : lowest + 1]},
    },
    axes: [axis({incrs: STEPS, values: dates}), axis({size: 56, space: height < 150 ? 18 : 30, values: (u, splits) => distinct(splits.map(tick))})],
    series: [{label: "day", value: (u, at) => at == null ? "–" : day(at)},
      ...lines.map(line => ({
        label: line.label, stroke: color(line.color), width: line.width ?? 1.5, dash: line.dash, show: line.show ?? true,
        fill: line.fill ? color(line.fill) : undefined, value: (u, at) => value(at), points: {show: line.points ?? days.length < 3}, spanGaps: false,
        paths: line.points === true ? () => null : line.stepped ? uPlot.paths.stepped({align: 1}) : undefined,
      }))],
    hooks: {drawClear: [u => bands.forEach(band => drawBand(u, days, band))], draw: [u => drawMarks(u, marks)], setCursor: onDay ? [u => onDay(u.cursor.idx ?? null)] : []},
  });
  return h(Chart, {label, height, legend, options, data: useColumns([days, ...lines.map(line => line.values)])});
}

/** A little more than the figures take; one figure alone lies in the middle. */
function around(u, min, max) {
  if (min == null) return [0, 1];
  const edge = (max - min) * 0.12 || Math.abs(max) * 0.1 || 1;
  return [min - edge, max + edge];
}

/** On a narrow scale neighbours would have the same words: the second has none. */
const distinct = words => words.map((word, i) => word === words[i - 1] ? "" : word);

/** The same array as long as its columns are the same: a chart is drawn anew for other data alone. */
function useColumns(columns) {
  const kept = useRef(columns);
  if (kept.current.length !== columns.length || columns.some((column, i) => column !== kept.current[i])) kept.current = columns;
  return kept.current;
}

function clipped(u, draw) {
  u.ctx.save();
  u.ctx.beginPath();
  u.ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
  u.ctx.clip();
  draw(u.ctx);
  u.ctx.restore();
}

function drawBand(u, days, {days: on, color: name}) {
  const width = u.valToPos(days[0] + 86400, "x", true) - u.valToPos(days[0], "x", true);
  clipped(u, ctx => {
    ctx.fillStyle = color(name);
    for (let from = 0; from < on.length; from++) {
      if (!on[from]) continue;
      let to = from;
      while (on[to]) to++;
      ctx.fillRect(u.valToPos(days[from], "x", true) - width / 2, u.bbox.top, width * (to - from), u.bbox.height);
      from = to;
    }
  });
}

function drawMarks(u, marks) {
  let free = -Infinity;
  clipped(u, ctx => marks.forEach(mark => {
    const x = Math.round(u.valToPos(mark.at, "x", true));
    ctx.strokeStyle = ctx.fillStyle = color(mark.color);
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x, u.bbox.top);
    ctx.lineTo(x, u.bbox.top + u.bbox.height);
    ctx.stroke();
    ctx.font = 11 * devicePixelRatio + "px system-ui, sans-serif";
    // a word that would stand on another one is left out: the legend says it when the pointer is there
    if (x > free && x >= u.bbox.left) {
      ctx.textAlign = "left";
      ctx.textBaseline = "top";
      ctx.fillText(mark.label, x + 3 * devicePixelRatio, u.bbox.top + 2 * devicePixelRatio);
      free = x + ctx.measureText(mark.label).width + 8 * devicePixelRatio;
    }
  }));
}

/** The range of a column, for a chart's label. */
export function range(values, words = figure) {
  const there = values.filter(value => value != null);
  if (there.length === 0) return "no values";
  const {low, high} = there.reduce(({low: l, high: u}, v) => ({low: Math.min(l, v), high: Math.max(u, v)}), {low: Infinity, high: -Infinity});
  return low === high ? words(low) : words(low) + " to " + words(high);
}

/** "2024-01-01 to 2024-12-31" of a chart's days. */
export const span = days => days.length ? isoDay(days[0]) + " to " + isoDay(days.at(-1)) : "no days";
