// What all parts of the page know. It changes through set() alone, and who uses a part of it is drawn anew.
import {useEffect, useRef, useState} from "./hooks.js";
import {get} from "./api.js";

const AGAIN_AFTER_MILLIS = 1000;

let state = {
  dataset: null, // of /api/v1/dataset
  problem: null, // why there is none
  version: 0, // another after every change of the data
  operations: {}, // by id
  progress: null, // of the operation at work
  log: [], // {id, operation, time, text}, the oldest first
  online: true, // whether events come
  picked: null, // {store, product, chosen} that "One series" shows; null: the first
};
const listeners = new Set();

export const now = () => state;

export function set(patch) {
  state = {...state, ...patch};
  listeners.forEach(listener => listener());
}

/** A part of the state. @param pick must return the same object while nothing has changed */
export function useStore(pick) {
  const [, draw] = useState();
  useEffect(() => {
    let last = pick(state);
    const listener = () => {
      const next = pick(state);
      if (next !== last) draw(last = next);
    };
    listener();
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  return pick(state);
}

/** The operation that is at work; null when none is. */
export const running = ({operations}) =>
  Object.values(operations).find(({state: how}) => how === "running" || how === "committing") ?? null;

/** Whether the database is a file that is being written: nobody can read it then. */
const closed = state => running(state) !== null && Boolean(state.dataset?.database.startsWith("duckdb:"));

/** Asks what is in the database. */
export async function refresh() {
  try {
    const dataset = await get("/api/v1/dataset");
    const changed = signature(dataset) !== signature(state.dataset);
    set({dataset, problem: null, version: state.version + (changed ? 1 : 0)});
  } catch (problem) {
    set({problem});
  }
}

function signature(dataset) {
  return dataset && JSON.stringify([dataset.fingerprint, dataset.tables, dataset.date_range, dataset.last_run?.run_id]);
}

/**
 * What a path answers, asked again after every change of the data. Earlier data stays while newer is asked for.
 * @param path null while it is not wanted
 * @param ofDatabase whether it is read from the database
 */
export function useLoaded(path, ofDatabase = true) {
  const version = useStore(each => ofDatabase ? each.version : 0);
  const [loaded, put] = useState({path: null, data: null, problem: null, loading: false});
  const [round, again] = useState(0);
  const waits = useStore(closed) && ofDatabase;
  const asked = [path, version, round].join(" ");
  const answered = useRef(null);
  useEffect(() => {
    if (path == null || waits || answered.current === asked) return undefined;
    const stop = new AbortController();
    let timer;
    put(old => ({path, data: old.path === path ? old.data : null, problem: null, loading: true}));
    get(path, stop.signal).then(
      data => {
        answered.current = asked;
        put({path, data, problem: null, loading: false});
      },
      problem => {
        if (problem.name === "AbortError") return;
        // another one writes into the file
        if (problem.code === "in_use") timer = setTimeout(() => again(n => n + 1), AGAIN_AFTER_MILLIS);
        else put(old => ({...old, problem, loading: false}));
      });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [asked, waits]);
  return {...loaded, reload: () => again(round + 1)};
}
