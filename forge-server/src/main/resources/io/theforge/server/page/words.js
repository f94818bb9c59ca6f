// Numbers, days and moments as people read them. Always in English: nothing hangs on the browser's language.

const whole = new Intl.NumberFormat("en", {maximumFractionDigits: 0});
const some = new Intl.NumberFormat("en", {maximumFractionDigits: 2});
const tenths = new Intl.NumberFormat("en", {maximumFractionDigits: 1});
const short = new Intl.NumberFormat("en", {notation: "compact", maximumFractionDigits: 1});

/** "1,782,360" */
export const count = value => value == null ? "–" : whole.format(value);

/** "3.14", from 100 on "314" */
export const figure = value => value == null || Number.isNaN(value) ? "–" : (Math.abs(value) >= 100 ? whole : some).format(value);

/** "3.90" */
export const money = value => value == null ? "–" : value.toFixed(2);

/** "1.8M" */
export const brief = value => value == null ? "–" : short.format(value);

/** "12.3 %" */
export const percent = value => value == null ? "–" : some.format(value * 100) + " %";

/** "12.3 %", "4.7 %": as many decimals as a share needs */
export const share = value => value == null ? "–" : tenths.format(value * 100) + " %";

/** "1 row", "2 rows" */
export const counted = (n, word) => count(n) + " " + word + (n === 1 ? "" : "s");

/** "2 min 5 s" */
export function duration(seconds) {
  if (seconds == null) return "–";
  if (seconds < 10) return some.format(Math.round(seconds * 10) / 10) + " s";
  if (seconds < 60) return Math.round(seconds) + " s";
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? minutes + " min " + Math.round(seconds % 60) + " s" : Math.floor(minutes / 60) + " h " + minutes % 60 + " min";
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const two = n => String(n).padStart(2, "0");

/** The seconds of a day, "2024-01-31", since 1970: what a chart's axis has. */
export const seconds = day => Date.parse(day + "T00:00:00Z") / 1000;

/** "2024-01-31" of the seconds since 1970 */
export const isoDay = at => new Date(at * 1000).toISOString().slice(0, 10);

/** "Wed 31 Jan 2024" of the seconds since 1970 */
export function day(at) {
  const date = new Date(at * 1000);
  return WEEKDAYS[(date.getUTCDay() + 6) % 7] + " " + date.getUTCDate() + " " + MONTHS[date.getUTCMonth()] + " " + date.getUTCFullYear();
}

/** "2026-11-27 15:00:21", in the time of who looks at it */
export function moment(text) {
  if (!text) return "–";
  const date = new Date(text);
  return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate()) + " " + clock(text);
}

/** "15:00:21", in the time of who looks at it */
export function clock(text) {
  const date = new Date(text);
  return two(date.getHours()) + ":" + two(date.getMinutes()) + ":" + two(date.getSeconds());
}
