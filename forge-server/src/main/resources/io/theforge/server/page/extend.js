// Extend it: more days after the last one.
import {h} from "./preact.js";
import {useState} from "./hooks.js";
import {running, useStore} from "./store.js";
import {Button, Card, Field, Section} from "./ui.js";
import {day, seconds} from "./words.js";
import {later, monthLater} from "./days.js";
import {Asking, useWriting} from "./plan.js";
import {rowsOfOthers, whyNot} from "./state.js";
import {mistake} from "./wanted.js";

const BY = [["month", "a month"], ["week", "a week"], ["day", "a day"], ["date", "up to a date"]];
const SEED = {name: "seed"};

export function Extend() {
  const dataset = useStore(state => state.dataset);
  const busy = useStore(running);
  const [by, choose] = useState("month");
  const [date, until] = useState("");
  const [seed, put] = useState("");
  const writing = useWriting("/api/v1/operations/append", false);
  const last = dataset.date_range.end;
  const end = {month: monthLater(last), week: later(last, 7), day: later(last, 1), date}[by];
  const wrongDate = by === "date" && date !== "" && date <= last ? "Give a day after " + last + "." : undefined;
  const wrongSeed = mistake(SEED, seed);
  const why = whyNot(dataset, busy) ?? (by === "date" && date === "" ? "Give the last day." : wrongDate || wrongSeed ? "Mend what is marked." : undefined);
  const ask = () => writing.busy || writing.ask({end_date: end, ...seed === "" ? {} : {seed: Number(seed)}});
  return h(Section, {id: "extend", title: "Extend it", about: "More days after " + day(seconds(last)) + ": prices in force, promotions, orders on their way and stock go on. What is there stays."},
    h(Card, null,
      h("div", {class: "fields extend-fields"},
        h("fieldset", {class: "choices"},
          h("legend", null, "By"),
          BY.map(([name, word]) => h("label", {key: name}, h("input", {type: "radio", name: "extend", checked: by === name, onChange: () => choose(name)}), word))),
        by === "date" && h(Field, {label: "Last day", error: wrongDate}, more =>
          h("input", {...more, type: "date", min: later(last, 1), value: date, onInput: event => until(event.target.value)})),
        h(Field, {label: "Seed", error: wrongSeed, hint: "Another one draws another future."}, more =>
          h("input", {...more, type: "text", inputmode: "numeric", value: seed, autocomplete: "off", placeholder: dataset.seed == null ? "that of the dataset" : String(dataset.seed),
            onInput: event => put(event.target.value.trim())}))),
      h("div", {class: "actions"},
        h(Button, {kind: "primary", why, "aria-busy": writing.busy, onClick: ask}, "Extend it …"),
        end && !wrongDate && h("span", {class: "soft"}, later(last, 1) === end ? end : later(last, 1) + " to " + end)),
      h(Asking, {writing, title: "Extend it to " + end + "?", yes: "Add these days", nothingToDo: "These days are there as they are to be.",
        about: plan => "These rows come." + (plan.tables.price_history?.updated > 0 ? " A price that runs on gets its last day." : "")
          + (rowsOfOthers(dataset) > 0 ? " Rows of others stay." : "")})));
}
