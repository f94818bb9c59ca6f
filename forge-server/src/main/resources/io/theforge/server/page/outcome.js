// What came of an operation, and what to do next: until it is closed.
import {h} from "./preact.js";
import {Copy, sentence} from "./ui.js";
import {counted, duration} from "./words.js";

export const NAMES = {"full-new": "Making a dataset", append: "Extending it", delete: "Taking it away", ingest: "Taking sales of others"};

const rows = (result, what) => Object.values(result?.tables ?? {}).reduce((sum, change) => sum + (change[what] ?? 0), 0);

/** A sentence for each way in which an operation ends. */
function said({operation, state, result, problem, seconds}) {
  const name = NAMES[operation] ?? operation;
  switch (state) {
    case "completed":
      if (operation === "delete") return counted(rows(result, "deleted"), "row") + " taken away in " + duration(seconds) + ".";
      return (operation === "append" ? "Extended: " : operation === "ingest" ? "Taken: " : "Made: ") + counted(rows(result, "inserted"), "row") + " in " + duration(seconds)
        + (result?.seed == null ? "." : " (seed " + result.seed + ").");
    case "unchanged": return "Nothing to do: the database is as it is to be.";
    case "cancelled": return name + ": cancelled. The database is as it was before.";
    case "lost": return name + ": the server was ended meanwhile. What was not complete is not in the database.";
    default: return name + " did not work: " + sentence(problem?.detail ?? "the log says why").replace(/^./, first => first.toLowerCase());
  }
}

export function Outcome({operation, onClose}) {
  const good = operation.state === "completed" || operation.state === "unchanged";
  const {result} = operation;
  return h("div", {class: "outcome " + (good ? "good" : operation.state === "cancelled" ? "" : "bad")},
    h("div", {class: "outcome-text"},
      h("p", {role: "status"}, h("strong", null, said(operation)), !good && operation.problem?.remedy && " " + sentence(operation.problem.remedy)),
      h(Next, {operation}),
      result?.backup && h(Backup, {operation})),
    h("button", {type: "button", class: "button quiet small", "aria-label": "Close this notice", onClick: onClose}, "Close"));
}

function Next({operation: {operation, state}}) {
  const links = state === "completed" && operation !== "delete" ? [["#what", "See what is in here"], ["#look", "Look at it"], ["#export", "Export it"]]
    : state === "completed" ? [["#make", "Make a new one"]]
      : state === "unchanged" ? [] : [["#log", "Read the log"]];
  return links.length > 0 && h("p", {class: "next"}, links.map(([to, word]) => h("a", {key: to, href: to}, word)));
}

/** The way back. */
function Backup({operation: {id, result: {backup, restore}}}) {
  return h("div", {class: "backup"},
    h("p", null, "The way back: ", h("a", {href: "/api/v1/operations/" + id + "/backup", download: backup}, "download " + backup), ", or where the server runs", restore.includes("| duckdb ") ? ", with the program duckdb:" : ":"),
    h("div", {class: "copyable"}, h("code", {class: "command", tabindex: 0}, restore), h(Copy, {text: restore, what: "the command that restores"})));
}
