// Choosing a store and a product: lists that the keyboard knows, and a step to the next.
import {h} from "./preact.js";
import {useId, useRef} from "./hooks.js";
import {Loaded} from "./ui.js";
import {count} from "./words.js";

/**
 * What a path answers; until then what the path before has answered, so that nothing jumps while somebody steps through products.
 * @param path that is asked for; another than that of loaded while it is changing
 */
export function Steady({loaded, path, show}) {
  const last = useRef(null);
  const fresh = loaded.path === path;
  if (fresh && loaded.data != null) last.current = show(loaded.data);
  if (last.current && !(fresh && loaded.problem)) {
    return h("div", {class: fresh && loaded.data != null ? null : "stale", "aria-busy": !fresh || loaded.loading}, last.current);
  }
  return h(Loaded, {loaded: fresh ? loaded : {data: null, problem: null}, show});
}

const MOST = 1000; // of each, as /api/v1/dimensions gives them

/** @param group "region" or "category": entries of one stand together @param key "code" or "sku" */
function Entries({all, keyName, group}) {
  const groups = [...new Set(all.map(each => each[group] ?? ""))].sort();
  const entry = each => h("option", {key: each[keyName], value: each[keyName]}, each[keyName] + ", " + each.name);
  return groups.length < 2 ? all.map(entry)
    : groups.map(name => h("optgroup", {key: name, label: name || "others"}, all.filter(each => (each[group] ?? "") === name).map(entry)));
}

function Pick({label, all, keyName, group, value, onPick, children}) {
  const id = useId();
  const known = all.some(each => each[keyName] === value);
  return h("div", {class: "pick"},
    h("label", {for: id}, label, all.length >= MOST && h("span", {class: "soft"}, " (the first ", count(MOST), ")")),
    h("div", {class: "pick-row"},
      h("select", {id, value, onChange: event => onPick(event.target.value)},
        // a point of a chart may be one that is not among the first
        !known && h("option", {value}, value),
        h(Entries, {all, keyName, group})),
      children));
}

export const PickStore = ({stores, value, onPick}) =>
  h(Pick, {label: "Store", all: stores, keyName: "code", group: "region", value, onPick});

/** @param random whether there is a button that takes any */
export function PickProduct({products, value, onPick, random}) {
  const at = products.findIndex(each => each.sku === value);
  const step = by => onPick(products[(products.length + Math.max(at, 0) + by) % products.length].sku);
  return h(Pick, {label: "Product", all: products, keyName: "sku", group: "category", value, onPick},
    products.length > 1 && h("span", {class: "steps"},
      h("button", {type: "button", class: "button small", "aria-label": "Previous product", title: "Previous product", onClick: () => step(-1)}, "←"),
      h("button", {type: "button", class: "button small", "aria-label": "Next product", title: "Next product", onClick: () => step(1)}, "→"),
      random && h("button", {type: "button", class: "button small", onClick: random}, "Any")));
}
