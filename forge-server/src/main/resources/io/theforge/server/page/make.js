// Make a dataset: from a preset, with what people change, or as a file; looked at before it is written.
import {h} from "./preact.js";
import {useState} from "./hooks.js";
import {post} from "./api.js";
import {running, useLoaded, useStore} from "./store.js";
import {Button, Card, Field, Loaded, Section, Trouble} from "./ui.js";
import {count} from "./words.js";
import {whyNot} from "./state.js";
import {ConfigFile} from "./file.js";
import {Asking, loses, useWriting} from "./plan.js";
import {Presets} from "./presets.js";
import {Preview} from "./preview.js";
import {FIELDS, body, errorsOf, mistake, sales, useCheck} from "./wanted.js";

const SERIES_DRAWN = 4;
const EXAMPLE = `# Keys that are left out keep their defaults.
seed: 42
date_range: {start: "2024-01-01", end: "2024-12-31"}
dimensions:
  stores: {count: 10}
  products: {count: 50}
`;

export function Make() {
  const scenarios = useLoaded("/seeder/scenarios", false);
  const presets = useLoaded("/api/v1/presets", false);
  return h(Section, {id: "make", title: "Make a dataset", about: "Choose what it is to be like, change what you like, look at it, then make it."},
    h(Loaded, {loaded: scenarios, show: all => h(Loaded, {loaded: presets, show: files => h(Form, {scenarios: all, files})})}));
}

function Form({scenarios, files}) {
  const [scenario, choose] = useState(null);
  const [fields, write] = useState({seed: "", ...Object.fromEntries(FIELDS.map(({name}) => [name, ""]))});
  const [texts, edit] = useState({}); // by preset: nobody loses what he has written by looking at another
  const [truth, withTruth] = useState(false);
  const original = files.find(({name}) => name === scenario)?.configuration ?? EXAMPLE;
  const text = texts[scenario] ?? original;
  const edited = text !== original;
  const wanted = body({scenario, fields, file: edited ? text : null});
  const own = Object.fromEntries([{name: "seed"}, ...FIELDS].map(field => [field.name, mistake(field, fields[field.name])]));
  const wellFormed = Object.values(own).every(each => !each);
  const check = useCheck(wellFormed ? wanted : null);
  const errors = {...errorsOf(check), ...Object.fromEntries(Object.entries(own).filter(([, each]) => each))};
  const wrong = !wellFormed || Boolean(check.answer && !check.answer.valid) || Boolean(check.problem?.errors.length);
  const change = (name, value) => write({...fields, [name]: value});
  return h("div", {class: "stack"},
    h(Presets, {scenarios, chosen: scenario, onChoose: choose}),
    h(Card, {title: "Change what you like", about: "A field that is left empty is as the preset has it."},
      h("div", {class: "fields make-fields"},
        h(Seed, {value: fields.seed, error: errors.seed, preset: check.valid?.seed, onChange: value => change("seed", value)}),
        FIELDS.map(field => h(Field, {key: field.name, label: field.label, hint: hint(field, fields, check.valid), error: errors[field.name]}, more =>
          h("input", {...more, type: field.date ? "date" : "text", inputmode: field.date ? null : field.whole ? "numeric" : "decimal", value: fields[field.name],
            placeholder: placeholder(field, check.valid), autocomplete: "off", onInput: event => change(field.name, event.target.value.trim())})))),
      h("label", {class: "check"},
        h("input", {type: "checkbox", checked: truth, onChange: event => withTruth(event.target.checked)}),
        h("span", null, "With the answer key", h("span", {class: "hint"}, " – the truth behind every row: expected demand and what it comes of, in a table of its own"))),
      h("details", {class: "as-file"},
        h("summary", null, "As a file", edited && h("span", {class: "pill"}, "edited")),
        h(ConfigFile, {text, error: edited && check.answer?.error?.field === "config" ? check.answer.error : null, onChange: value => edit({...texts, [scenario]: value})}),
        edited && h(Button, {kind: "quiet small", onClick: () => edit({...texts, [scenario]: original})}, "Back to the preset"))),
    h(Actions, {wanted, truth, check, wrong, other: errors.other}));
}

function Seed({value, error, preset, onChange}) {
  return h(Field, {label: "Seed", error}, more => h("div", {class: "with-button"},
    h("input", {...more, type: "text", inputmode: "numeric", value, placeholder: String(preset ?? 42), autocomplete: "off", onInput: event => onChange(event.target.value.trim())}),
    h("button", {type: "button", class: "button small", "aria-label": "A random seed", onClick: () => onChange(String(crypto.getRandomValues(new Uint32Array(1))[0]))}, "Random")));
}

function placeholder({name}, answer) {
  if (!answer) return "";
  return name === "sparsity" ? String(Number(/missing_combinations_pct: ([\d.]+)/.exec(answer.resolved)?.[1] ?? 0) * 100) : String(answer[name] ?? "");
}

/** A field for a date cannot show what the preset has: that is said below it. */
const hint = ({name, date, hint: words}, fields, answer) => date && fields[name] === "" && answer ? "as it is: " + answer[name] : words;

function Actions({wanted, truth, check, wrong, other}) {
  const dataset = useStore(state => state.dataset);
  const busy = useStore(running);
  const writing = useWriting("/api/v1/operations/generate", true);
  const [{drawn, preview, problem, drawing}, put] = useState({});
  const mend = wrong ? "Mend what is marked above." : undefined;
  const key = JSON.stringify(wanted);
  const draw = async () => {
    put({drawn, preview, drawing: true});
    try {
      put({preview: await post("/api/v1/preview", {...wanted, series: SERIES_DRAWN}), drawn: key});
    } catch (failure) {
      put({problem: failure});
    }
  };
  return h("div", {class: "stack"},
    h("div", {class: "make-it"},
      h(Size, {check, wrong}),
      other && h("p", {class: "field-error", role: "alert"}, other),
      check.answer?.warnings.map(warning => h("p", {key: warning, class: "warning"}, warning)),
      h("div", {class: "actions"},
        h(Button, {kind: "primary", why: whyNot(dataset, busy) ?? mend, "aria-busy": writing.busy, onClick: () => writing.busy || writing.ask(truth ? {...wanted, truth} : wanted)}, "Make it"),
        // the reason is said once
        h(Button, {why: mend && !whyNot(dataset, busy) ? " " : mend, "aria-busy": drawing, onClick: () => drawing || draw()}, drawing ? "Drawing …" : "Preview"))),
    h(Asking, {writing, title: "Replace what is in here?", danger: true, yes: "Make it", nothingToDo: "",
      about: plan => loses(plan) ? "This dataset takes the place of the one that is there. Rows of others stay." : "This comes."}),
    h(Trouble, {problem: problem ?? (check.problem && !check.problem.errors.length ? check.problem : null), onAgain: problem ? draw : check.again}),
    preview && h(Preview, {preview, stale: drawn !== key}));
}

function Size({check: {answer}, wrong}) {
  if (!answer?.valid || wrong) return h("p", {class: "size soft"}, wrong ? "It cannot be made like this yet." : "Looking …");
  const {days, about, rows} = sales(answer);
  return h("p", {class: "size", "aria-live": "polite"}, count(answer.stores), " stores, ", count(answer.products), " products, ", count(days), " days: ",
    h("strong", null, about + count(rows) + " sales"));
}
