// What is to be made: what the form says, as a request has it, and what the server says about it.
import {useEffect, useRef, useState} from "./hooks.js";
import {post} from "./api.js";

const LOOK_AFTER_MILLIS = 300;

/** Each with its label, how it is written, and the name that requests have for it. */
export const FIELDS = [
  {name: "stores", label: "Stores", whole: true},
  {name: "products", label: "Products", whole: true},
  {name: "start_date", label: "First day", date: true},
  {name: "end_date", label: "Last day", date: true},
  {name: "sparsity", label: "Without sales, %", hint: "of stores x products"},
];

/** What is wrong with a field before anybody is asked; undefined when nothing is. */
export function mistake({name, date}, text) {
  if (text === "" || date) return undefined;
  if (name === "sparsity") return Number(text) >= 0 && Number(text) <= 100 ? undefined : "Give a number from 0 to 100.";
  if (!/^-?\d+$/.test(text)) return "Give a whole number.";
  // a number in JSON has 53 bits in a browser; a file is text
  return Number.isSafeInteger(Number(text)) ? undefined : "Too large for this field: write it as a file, \"seed: " + text + "\".";
}

/** The body of a request. @param file null where the preset is meant as it is */
export function body({scenario, fields, file}) {
  const json = {};
  if (file != null) json.config = file;
  else if (scenario) json.scenario = scenario;
  for (const [name, text] of Object.entries(fields)) {
    if (text === "") continue;
    if (name === "sparsity") json[name] = Number(text) / 100;
    else json[name] = name.endsWith("_date") ? text : Number(text);
  }
  return json;
}

/** What the server says about a body, a moment after the last change; and the last answer without an error, as "valid". @param asked null while it cannot be asked */
export function useCheck(asked) {
  const key = asked && JSON.stringify(asked);
  const [said, put] = useState({key: null, answer: null, problem: null});
  const [round, again] = useState(0);
  const whole = useRef(null);
  if (said.answer?.valid) whole.current = said.answer;
  useEffect(() => {
    if (!key) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => post("/api/v1/config/check", asked, stop.signal).then(
      answer => put({key, answer, problem: null}),
      problem => {
        if (problem.name !== "AbortError") put({key, answer: null, problem});
      }), LOOK_AFTER_MILLIS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key, round]);
  return {...said, valid: whole.current, again: () => again(round + 1)};
}

/** Errors by the name of their field; those of no field of the form under "other", those of the file under "config". */
export function errorsOf({answer, problem}) {
  const errors = {};
  const add = (field, text) => {
    const known = field === "config" || field === "seed" || FIELDS.some(({name}) => name === field);
    const name = known ? field : "other";
    errors[name] = (errors[name] ? errors[name] + " " : "") + (known ? "" : field ? field + ": " : "") + text;
  };
  const wrong = answer?.error;
  if (wrong) add(wrong.field, upper(wrong.message) + ": " + wrong.remedy + ".");
  problem?.errors.forEach(({field, message}) => add(field, upper(message) + "."));
  return errors;
}

export const upper = text => text.charAt(0).toUpperCase() + text.slice(1);

/** How many rows of sales come, about or at most. @param answer of the check */
export function sales({stores, products, start_date: start, end_date: end, resolved}) {
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  const missing = Number(/missing_combinations_pct: ([\d.]+)/.exec(resolved)?.[1] ?? 0);
  const fewer = /(random_gaps_per_series|missing_days_pct|new_product_share|discontinued_share): (?!0(\.0+)?\n)/.test(resolved);
  return {days, about: fewer ? "at most " : "about ", rows: Math.round(stores * products * days * (1 - missing))};
}
