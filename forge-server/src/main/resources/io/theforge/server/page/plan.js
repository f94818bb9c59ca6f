// Before anything is written: what goes and what comes, and a yes to it.
import {h} from "./preact.js";
import {useEffect, useState} from "./hooks.js";
import {post} from "./api.js";
import {now, set, useStore} from "./store.js";
import {Button, Dialog, Notice, Trouble} from "./ui.js";
import {count, counted} from "./words.js";

const IDLE = {busy: false, problem: null, plan: null, asked: null, unchanged: false};

/** Whether rows that are there go or change. */
export const loses = ({tables}) => Object.values(tables).some(({deleted, updated}) => deleted > 0 || updated > 0);

const nothing = ({tables}) => Object.values(tables).every(({inserted, deleted, updated}) => inserted + deleted + updated === 0);

/**
 * A way to write: a dry run first, so that nobody replaces what he has not seen, then the writing itself.
 * @param atOnce whether nothing is asked where nothing is lost
 */
export function useWriting(path, atOnce) {
  const [state, put] = useState(IDLE);
  const failed = problem => put({...IDLE, problem});
  const start = async asked => {
    put(old => ({...old, busy: true, problem: null}));
    try {
      const {operation, plan} = await post(path, {...asked, confirm: true});
      if (operation) started(operation);
      put({...IDLE, unchanged: !operation && Boolean(plan)});
      return true;
    } catch (problem) {
      failed(problem);
      return false;
    }
  };
  const ask = async asked => {
    put({...IDLE, busy: true});
    try {
      const {plan} = await post(path, {...asked, dry_run: true});
      if (nothing(plan)) put({...IDLE, unchanged: true});
      else if (atOnce && !loses(plan)) await start(asked);
      else put({...IDLE, plan, asked});
    } catch (problem) {
      failed(problem);
    }
  };
  return {...state, ask, start, close: () => put(IDLE)};
}

/** The page knows of it before the events do: a second press finds it at work. */
function started(operation) {
  if (!now().operations[operation.id]) set({operations: {...now().operations, [operation.id]: operation}, progress: null});
}

/** What came of it, as far as it is not an operation: the plan to be confirmed, a problem, or that there is nothing to do. */
export function Asking({writing, title, about, yes, nothingToDo, danger}) {
  const version = useStore(state => state.version);
  const {plan, asked, busy, problem, unchanged} = writing;
  // what somebody else changes meanwhile changes what would go
  useEffect(() => {
    if (plan) writing.ask(asked);
  }, [version]);
  return h("div", {"aria-live": "polite"},
    h(Trouble, {problem}),
    unchanged && h(Notice, {title: "Nothing to do."}, h("p", null, nothingToDo)),
    plan && h(Dialog, {title, onClose: writing.close},
      h("p", null, about(plan)),
      h(PlanTable, {plan}),
      h("div", {class: "actions"},
        h(Button, {kind: danger ? "danger" : "primary", onClick: () => busy || writing.start(asked)}, yes),
        h(Button, {onClick: writing.close, "data-first": true}, "Cancel"))));
}

/** Table by table: what is there, what goes, what comes, what is there then. */
export function PlanTable({plan: {tables, unmanaged_rows: others, notes}}) {
  const changed = Object.values(tables).some(({updated}) => updated > 0);
  const goes = Object.values(tables).some(({deleted}) => deleted > 0);
  const comes = Object.values(tables).some(({inserted}) => inserted > 0);
  const columns = [["now", "rows_before", true], ["goes", "deleted", goes], ["changes", "updated", changed], ["comes", "inserted", comes], ["then", "rows_after", true]]
    .filter(([, , shown]) => shown);
  return h("div", {class: "wide-table", tabindex: 0, role: "group", "aria-label": "Rows by table"},
    h("table", {class: "table"},
      h("thead", null, h("tr", null, h("th", {scope: "col"}, "table"), columns.map(([word, name]) => h("th", {key: word, scope: "col", class: "num " + name}, word)))),
      h("tbody", null, Object.entries(tables).map(([table, change]) => h("tr", {key: table},
        h("th", {scope: "row"}, h("code", null, table)),
        columns.map(([word, name]) => h("td", {key: word, class: "num " + name + (change[name] > 0 ? "" : " zero")}, count(change[name]))))))),
    others > 0 && h("p", {class: "soft"}, counted(others, "row"), others === 1 ? " of others stays as it is." : " of others stay as they are."),
    notes.map(note => h("p", {key: note, class: "soft"}, note)));
}
