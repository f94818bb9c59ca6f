// What is at work, at the bottom of the window; afterwards what came of it.
import {h} from "./preact.js";
import {useEffect, useRef, useState} from "./hooks.js";
import {post} from "./api.js";
import {running, useStore} from "./store.js";
import {Button, Trouble} from "./ui.js";
import {count, duration} from "./words.js";
import {NAMES, Outcome} from "./outcome.js";

const STEPS = {store: "stores", product: "products", calendar: "calendar days", price_history: "prices", promotion: "promotions",
  sales_daily: "sales", inventory_snapshot_daily: "inventory", truth_daily: "answer key"};
const KEPT = "forge-closed";
const NEWS_FOR_MILLIS = 60_000;

export function OperationBar() {
  const operations = useStore(state => state.operations);
  const [closed, put] = useState(lastClosed);
  const watched = useRef(new Set());
  const atWork = running({operations});
  if (atWork) watched.current.add(atWork.id);
  const latest = Object.values(operations).filter(each => each.ended_at).sort((a, b) => a.ended_at < b.ended_at ? 1 : -1)[0];
  // whoever opens the page hears what has just happened, not what happened yesterday
  const news = !atWork && latest && latest.id !== closed && (watched.current.has(latest.id) || Date.now() - Date.parse(latest.ended_at) < NEWS_FOR_MILLIS) ? latest : null;
  const close = () => {
    put(latest.id);
    try {
      sessionStorage.setItem(KEPT, latest.id);
    } catch {
      // a browser that keeps nothing
    }
    document.getElementById("main").focus({preventScroll: true});
  };
  return h("div", {class: "operation-bar" + (atWork || news ? " shown" : ""), role: "region", "aria-label": "Operation"},
    atWork ? h(AtWork, {key: atWork.id, operation: atWork}) : news && h(Outcome, {operation: news, onClose: close}));
}

function lastClosed() {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function AtWork({operation}) {
  const heard = useStore(state => state.progress);
  const mayWrite = useStore(state => state.dataset?.may_write);
  const [{asked, problem}, put] = useState({});
  const progress = heard?.operation === operation.id ? heard : operation.progress;
  const committing = operation.state === "committing";
  const step = committing ? "becoming durable" : progress ? STEPS[progress.step] ?? progress.step : "starting";
  const cancel = async () => {
    put({asked: true});
    try {
      await post("/api/v1/operations/" + operation.id + "/cancel");
    } catch (failure) {
      put({problem: failure});
    }
  };
  return h("div", {class: "at-work"},
    h("div", {class: "at-work-head"},
      h("p", {class: "at-work-what", role: "status"}, h("strong", null, NAMES[operation.operation] ?? operation.operation), ": ", asked && !committing ? "ending …" : step),
      h("p", {class: "soft at-work-who"}, "asked for by ", operation.client, ", ", h(Since, {operation})),
      h(Button, {class: "button small", onClick: () => asked || cancel(),
        why: committing ? "Too late to cancel." : mayWrite ? undefined : "This needs the token.",
        title: "The database stays as it was."}, "Cancel")),
    h(Done, {progress: committing ? null : progress, step}),
    !committing && h("p", {class: "soft small-text"}, "Cancel leaves the database as it was."),
    h(Trouble, {problem}));
}

/** How long it has been at work, second by second. */
function Since({operation}) {
  const [begun] = useState(() => Date.now() - operation.seconds * 1000);
  const [, draw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => draw(n => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return duration(Math.round((Date.now() - begun) / 1000));
}

function Done({progress, step}) {
  const expected = progress?.rows_expected;
  const share = expected ? Math.min(1, progress.rows / expected) : null;
  return h("div", {class: "done"},
    h("progress", share == null ? {"aria-label": step} : {value: share, max: 1, "aria-label": step}),
    h("span", {class: "figures"}, !progress ? "" : expected
      ? count(progress.rows) + " of " + count(expected) + " rows" : progress.rows > 0 ? count(progress.rows) + " rows" : "",
    progress?.rows_per_second > 0 && ", " + count(progress.rows_per_second) + " rows/s",
    progress?.seconds_left > 0 && ", " + duration(progress.seconds_left) + " left"));
}
