// A dataset as a file: text with line numbers, and the line marked that is wrong.
import {h} from "./preact.js";
import {useEffect, useId, useRef} from "./hooks.js";
import {upper} from "./wanted.js";

const LEAST_LINES = 8;
const MOST_LINES = 24;

/** @param error of /api/v1/config/check, where it is one of the file @param onChange hears the text */
export function ConfigFile({text, error, onChange}) {
  const id = useId();
  const numbers = useRef();
  const area = useRef();
  const lines = text.split("\n").length;
  const scroll = () => {
    numbers.current.scrollTop = area.current.scrollTop;
  };
  useEffect(scroll, [lines]);
  return h("div", {class: "file"},
    h("label", {for: id}, "The dataset as a file"),
    h("p", {id: id + "-hint", class: "hint"}, "YAML, as ", h("code", null, "--config"), " takes it. What is not in it keeps its default; the fields above are stronger."),
    h("div", {class: "file-text" + (error ? " wrong" : "")},
      h("div", {class: "file-lines", ref: numbers, "aria-hidden": "true"},
        Array.from({length: lines}, (_, i) => h("div", {key: i, class: error?.line === i + 1 ? "wrong-line" : null}, i + 1))),
      h("textarea", {
        id, ref: area, value: text, wrap: "off", spellcheck: false, autocapitalize: "off", autocomplete: "off",
        rows: Math.min(MOST_LINES, Math.max(LEAST_LINES, lines)), "aria-invalid": error ? "true" : null,
        "aria-describedby": id + "-hint " + id + "-error", onInput: event => onChange(event.target.value), onScroll: scroll,
      })),
    h("div", {id: id + "-error", "aria-live": "polite"}, error && h("p", {class: "field-error"}, place(error),
      error.line && h("button", {type: "button", class: "button quiet small", onClick: () => goTo(area.current, error)}, "Go there"))));
}

const place = ({line, column, message, remedy}) =>
  (line ? "line " + line + (column ? ", column " + column : "") + ": " + message : upper(message)) + ". " + upper(remedy) + ".";

function goTo(area, {line, column}) {
  const at = area.value.split("\n").slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + (column ?? 1) - 1;
  area.focus();
  area.setSelectionRange(at, at);
}
