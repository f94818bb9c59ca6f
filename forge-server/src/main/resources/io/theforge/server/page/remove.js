// Take it away: counts first, a backup, and the database's name typed.
import {h} from "./preact.js";
import {useEffect, useRef, useState} from "./hooks.js";
import {post} from "./api.js";
import {running, useStore} from "./store.js";
import {Button, Card, Field, Section, Trouble, Waiting, useSeen} from "./ui.js";
import {counted} from "./words.js";
import {PlanTable, useWriting} from "./plan.js";
import {rowsOfOthers, whyNot} from "./state.js";

const SCOPES = [
  ["all", "Everything", "all seven tables"],
  ["facts", "Facts", "sales, inventory, prices and promotions; stores, products and calendar stay"],
  ["dimensions", "Dimensions", "stores, products and calendar, and the facts that refer to them"]];

export function Remove() {
  const dataset = useStore(state => state.dataset);
  const busy = useStore(running);
  const [scope, choose] = useState("all");
  const [backup, keep] = useState(true);
  const [name, type] = useState("");
  const place = useRef();
  const seen = useSeen(place);
  const refused = whyNot(dataset, busy);
  const counted = useCounts(scope, seen && !refused);
  const writing = useWriting("/api/v1/operations/delete", false);
  const nothing = counted.plan && goes(counted.plan) === 0 ? "Nothing of the Forge is in here." : undefined;
  const why = refused ?? nothing ?? (name === dataset.database_name ? undefined : "Type the database's name first.");
  const remove = () => writing.busy || writing.start({scope, ...backup ? {backup} : {}, database: name}).then(begun => begun && type(""));
  return h(Section, {id: "remove", title: "Take it away",
    about: "Only rows that the Forge made go" + (rowsOfOthers(dataset) > 0 ? "; rows of others, and dates they refer to, stay." : ".")},
    h("div", {ref: place},
      h(Card, null,
        h("div", {class: "remove"},
          h("div", {class: "stack"},
            h("fieldset", {class: "choices"},
              h("legend", null, "What goes"),
              SCOPES.map(([value, word, about]) => h("label", {key: value},
                h("input", {type: "radio", name: "scope", checked: scope === value, onChange: () => choose(value)}),
                h("span", null, word, h("span", {class: "hint"}, " – " + about))))),
            h("label", {class: "check"},
              h("input", {type: "checkbox", checked: backup, onChange: event => keep(event.target.checked)}),
              h("span", null, "Keep a backup", h("span", {class: "hint"}, backup ? " – written before any row goes; the way back is shown afterwards" : " – without it there is no way back"))),
            h(Field, {label: ["Type ", h("code", {key: "name"}, dataset.database_name), " to confirm"]}, more =>
              h("input", {...more, type: "text", value: name, autocomplete: "off", spellcheck: false, autocapitalize: "off", onInput: event => type(event.target.value.trim())})),
            h("div", {class: "actions"}, h(Button, {kind: "danger", why, "aria-busy": writing.busy, onClick: remove}, takes(counted.plan)))),
          h(Counts, {...counted, refused})),
        h(Trouble, {problem: writing.problem}))));
}

const goes = ({tables}) => Object.values(tables).reduce((sum, {deleted}) => sum + deleted, 0);

const takes = plan => plan && goes(plan) > 0 ? "Take " + counted(goes(plan), "row") + " away" : "Take it away";

function Counts({plan, problem, again, refused}) {
  if (plan) return h(PlanTable, {plan});
  if (problem) return h(Trouble, {problem, onAgain: again});
  return refused ? h("p", {class: "soft"}, "What goes is counted when something can be written. " + refused) : h(Waiting, null, "Counting …");
}

/** What would go, counted anew after every change. */
function useCounts(scope, wanted) {
  const version = useStore(state => state.version);
  const [{of, plan, problem}, put] = useState({});
  const [round, again] = useState(0);
  useEffect(() => {
    if (!wanted) return undefined;
    const stop = new AbortController();
    post("/api/v1/operations/delete", {scope, dry_run: true}, stop.signal).then(
      ({plan: counts}) => put({of: scope, plan: counts}),
      failure => failure.name === "AbortError" || put({problem: failure}));
    return () => stop.abort();
  }, [scope, wanted, version, round]);
  return {plan: of === scope && wanted ? plan : null, problem, again: () => again(round + 1)};
}
