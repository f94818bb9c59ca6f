// What has happened: live, line by line, and the runs that the database remembers.
import {h} from "./preact.js";
import {useEffect, useMemo, useRef, useState} from "./hooks.js";
import {useStore} from "./store.js";
import {Card, Field, Section} from "./ui.js";
import {clock, count, moment} from "./words.js";
import {Runs} from "./runs.js";

export function Log() {
  return h(Section, {id: "log", title: "Log", about: "What this server has done, as it happens, and what the database remembers of earlier runs."},
    h("div", {class: "stack"}, h(Lines), h(Runs)));
}

function Lines() {
  const log = useStore(state => state.log);
  const operations = useStore(state => state.operations);
  const [words, search] = useState("");
  const [operation, choose] = useState("");
  const ids = useMemo(() => [...new Set(log.map(line => line.operation))], [log]);
  const shown = useMemo(() => log.filter(line =>
    (operation === "" || line.operation === operation) && line.text.toLowerCase().includes(words.toLowerCase())), [log, words, operation]);
  return h(Card, {title: "Since the server was started"},
    h("div", {class: "fields log-filter"},
      h(Field, {label: "Lines with"}, more => h("input", {...more, type: "search", value: words, placeholder: "all lines", onInput: event => search(event.target.value)})),
      h(Field, {label: "Of"}, more => h("select", {...more, value: operation, onChange: event => choose(event.target.value)},
        h("option", {value: ""}, "all operations"),
        ids.map(id => h("option", {key: id, value: id}, named(operations[id], log.find(line => line.operation === id))))))),
    h(Backups, {operations}),
    h(Scrolled, {lines: shown, empty: log.length === 0 ? "Nothing has happened yet. What is made, extended or taken away is told here." : "No line is like that."}));
}

/** What deletions have kept, as long as this server runs. */
function Backups({operations}) {
  const kept = Object.values(operations).filter(({result}) => result?.backup);
  return kept.length > 0 && h("p", null, "Backups: ", kept.map(({id, result: {backup}}, i) =>
    h("span", {key: id}, i > 0 && ", ", h("a", {href: "/api/v1/operations/" + id + "/backup", download: backup}, backup))));
}

const named = (operation, first) => clock(operation?.started_at ?? first.time) + " " + (operation ? operation.operation + ", " + operation.state : "of an earlier start");

/** Follows the end, unless somebody reads further up. */
function Scrolled({lines, empty}) {
  const place = useRef();
  const [follows, follow] = useState(true);
  useEffect(() => {
    if (follows) place.current.scrollTop = place.current.scrollHeight;
  }, [lines, follows]);
  const scrolled = () => {
    const {scrollTop, scrollHeight, clientHeight} = place.current;
    follow(scrollHeight - scrollTop - clientHeight < 24);
  };
  return h("div", {class: "log-place"},
    h("div", {class: "log", role: "log", "aria-label": "Log", tabindex: 0, ref: place, onScroll: scrolled},
      lines.length === 0 && h("p", {class: "soft"}, empty),
      lines.map(line => h("div", {key: line.id, class: kind(line.text)}, h("time", {datetime: line.time, title: moment(line.time)}, clock(line.time)), " ", line.text))),
    h("p", {class: "soft small-text"}, count(lines.length) + (lines.length === 1 ? " line" : " lines"),
      !follows && h("button", {type: "button", class: "button quiet small", onClick: () => follow(true)}, "Follow the end")));
}

const kind = text => text.startsWith("Complete") ? "log-good" : text.startsWith("Started") ? "log-start"
  : /^(Nothing has been changed|Failed|Cancelled)/.test(text) ? "log-bad" : null;
