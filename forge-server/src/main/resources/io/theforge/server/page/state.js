// What a visitor must know before anything else: whether there is a database, a dataset, a right to write, rows of others.
import {h} from "./preact.js";
import {refresh, useStore} from "./store.js";
import {Notice, Trouble, Waiting} from "./ui.js";
import {count, counted} from "./words.js";

export function StateOfThings() {
  const dataset = useStore(state => state.dataset);
  const problem = useStore(state => state.problem);
  return h("div", {class: "states"},
    problem && h(Trouble, {problem: problem.status === 401 ? needsToken(problem) : problem, onAgain: refresh}),
    !dataset && !problem && h(Waiting),
    dataset && h(About, {dataset}));
}

const needsToken = problem => ({...problem, message: "This page needs the token of the server", remedy:
  "Open the address that ./forge serve has printed: the token is a part of it, another one after each start. Where FORGE_TOKEN is set, "
  + "put it behind the address yourself: /?token=..."});

function About({dataset}) {
  const others = rowsOfOthers(dataset);
  return h("div", null,
    isProduction(dataset) && h(Notice, {kind: "warn", title: "This is production: nothing can be written."},
      h("p", null, dataset.production
        ? "The environment of the server says so (APP_ENV). Look at everything; to make or delete data, serve a test database."
        : h("span", null, "The database carries the mark of production. Who is sure that it is none takes the mark off: ", h("code", null, "./forge unprotect"), "."))),
    !dataset.may_write && !isProduction(dataset) && h(Notice, {title: "You can look, but not write."},
      h("p", null, "What writes needs the token: open the address that ./forge serve has printed, or put /?token= and the token of FORGE_TOKEN behind it.")),
    !dataset.date_range && (others > 0
      ? h(Notice, {kind: "warn", title: "Only rows of others are in here."},
        h("p", null, counted(others, "row"), " that the Forge did not make. They are never removed; a dataset is made beside them, or refused where the two would mix."))
      : isMadeHere(dataset)
        ? h(Notice, {kind: "warn", title: "A part of a dataset is in here, without sales."},
          h("p", null, "Its other rows have been taken away. Bring them back from the backup, or make a new dataset below."))
        : h(Notice, {kind: "good", title: "Nothing is in here yet."},
          h("p", null, whyNot(dataset) ? "Presets can be looked at below, with a preview." : "Choose a preset below and press Make it: a year of ten stores and fifty products takes a few seconds."))),
    dataset.date_range && others > 0 && (isMadeHere(dataset)
      ? h(Notice, {title: counted(others, "row") + " of others."},
        h("p", null, "The Forge did not make them, and neither replaces nor deletes them. Figures and charts below include them."))
      : h(Notice, {title: "Only rows of others are in here: " + count(others) + "."},
        h("p", null, "The Forge neither replaces nor deletes them. Look at them below; Extend it adds days that go on like theirs."))),
    dataset.differences_from_record.length > 0 && h(Notice, {kind: "warn", title: "The data is not what was made."},
      h("ul", null, dataset.differences_from_record.map(each => h("li", {key: each}, each)))));
}

export const isProduction = dataset => dataset.production || dataset.marked_as_production;

/** Whether rows of the Forge are in here. */
export const isMadeHere = dataset => dataset != null && Object.values(dataset.tables).some(({managed_rows: ours}) => ours > 0);

/** Why nothing can be written, or undefined. */
export function whyNot(dataset, operation) {
  if (!dataset) return "The database is not reachable.";
  if (isProduction(dataset)) return "This is production.";
  if (!dataset.may_write) return "This needs the token.";
  return operation ? "An operation is at work." : undefined;
}

export const rowsOfOthers = ({tables}) => Object.values(tables).reduce((sum, {rows, managed_rows: ours}) => sum + rows - ours, 0);

/** "12,345" rows of all seven tables */
export const allRows = ({tables}) => count(Object.values(tables).reduce((sum, {rows}) => sum + rows, 0));
