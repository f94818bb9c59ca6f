// What happens on the server, as it happens: the log, operations, and how far the one at work is.
import {get} from "./api.js";
import {now, refresh, running, set} from "./store.js";

const MOST_LINES = 2000;
let source = null;

/** Listens while the page can be seen: a browser has few connections for all of its pages. */
export function listen() {
  document.addEventListener("visibilitychange", () => document.hidden ? end() : begin());
  if (!document.hidden) begin();
}

function begin() {
  if (source) return;
  source = new EventSource("/api/v1/events");
  source.onopen = () => {
    set({online: true});
    refresh();
    forgetLost();
  };
  source.onerror = () => {
    set({online: false});
    // a server that has been started again answers with a token of its own: the browser gives up then
    if (source?.readyState === EventSource.CLOSED) {
      end();
      setTimeout(() => !document.hidden && begin(), 3000);
    }
  };
  source.addEventListener("log", ({lastEventId: id, data}) => {
    const {log} = now();
    if (log.some(line => line.id === id)) return;
    set({log: [...log, {id, ...JSON.parse(data)}].slice(-MOST_LINES)});
  });
  source.addEventListener("operation", ({data}) => {
    const operation = JSON.parse(data);
    const known = now().operations[operation.id];
    if (known?.ended_at && !operation.ended_at) return;
    const operations = {...now().operations, [operation.id]: operation};
    set({operations, progress: running({operations}) ? now().progress : null});
    if (operation.ended_at && !known?.ended_at) refresh();
  });
  source.addEventListener("progress", ({data}) => set({progress: JSON.parse(data)}));
}

/** A server that has been started again knows nothing of what the one before had begun: it does not wait for that. */
async function forgetLost() {
  const begun = now().operations;
  const known = await get("/api/v1/operations").catch(() => null);
  if (!known) return;
  const lost = Object.values(begun).filter(({id, ended_at: ended}) => !ended && !known.some(each => each.id === id));
  if (lost.length === 0) return;
  const ended_at = new Date().toISOString();
  set({operations: {...now().operations, ...Object.fromEntries(lost.map(each => [each.id, {...each, state: "lost", ended_at}]))}, progress: null});
}

function end() {
  source?.close();
  source = null;
}
