// The presets, as cards of which one is chosen.
import {h} from "./preact.js";
import {count} from "./words.js";
import {sales} from "./wanted.js";

/** What ./forge --full-new makes when nothing is said. */
const DEFAULT = {name: null, title: "default", description: "What ./forge --full-new makes: an ordinary shop, small enough to be there in seconds.",
  stores: 10, products: 50, start_date: "2024-01-01", end_date: "2024-12-31"};

/** @param scenarios of /seeder/scenarios @param chosen the name of one, null for the default */
export function Presets({scenarios, chosen, onChoose}) {
  return h("fieldset", {class: "presets"},
    h("legend", null, "Start from"),
    [DEFAULT, ...scenarios].map(preset => h(Preset, {key: preset.name, preset, checked: preset.name === chosen, onChoose})));
}

function Preset({preset, checked, onChoose}) {
  const {name, title = name, description, stores, products} = preset;
  return h("label", {class: "preset"},
    h("span", {class: "preset-name"},
      h("input", {type: "radio", name: "preset", checked, onChange: () => onChoose(name)}),
      h("strong", null, title)),
    h("span", {class: "preset-purpose"}, description),
    h("span", {class: "preset-size"}, count(stores), " stores x ", count(products), " products, ", count(sales(preset).days), " days"));
}
