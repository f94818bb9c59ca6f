// What takes long to work out: at once for a small dataset, for a large one when somebody asks.
import {h} from "./preact.js";
import {useState} from "./hooks.js";
import {useLoaded, useStore} from "./store.js";
import {Button, Loaded, Notice, sentence} from "./ui.js";
import {count, duration} from "./words.js";

/**
 * @param small so many sales, at most, are not asked about
 * @param perMillion seconds for a million sales
 * @param verb what the button does, "Measure it"
 */
export function Costly({path, small, perMillion, verb, waiting, show}) {
  const sales = useStore(state => state.dataset?.tables.sales_daily?.rows ?? 0);
  const version = useStore(state => state.version);
  // asked for this data: after a change it is asked anew, not worked out anew for nobody
  const [asked, ask] = useState(null);
  const wanted = sales <= small || asked === version;
  const loaded = useLoaded(wanted ? path : null);
  const seconds = Math.max(1, Math.round(sales / 1e6 * perMillion));
  const {status, message, remedy} = loaded.problem ?? {};
  // no failure: this dataset cannot be judged
  if (wanted && (status === 409 || status === 422)) return h(Notice, {title: sentence(message)}, remedy && h("p", null, sentence(remedy)));
  return wanted ? h(Loaded, {loaded, waiting, show})
    : h("div", {class: "copyable"},
      h(Button, {kind: "primary", onClick: () => ask(version)}, verb),
      h("span", {class: "soft"}, count(sales), " sales: it may take about ", duration(seconds), ", more on a busy machine. The page stays usable."));
}
