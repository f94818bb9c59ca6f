// What is in here: where it comes from, whose it is, and how to make it again.
import {h} from "./preact.js";
import {useState} from "./hooks.js";
import {post} from "./api.js";
import {refresh} from "./store.js";
import {Button, Card, Copy, Section, Trouble} from "./ui.js";
import {count, counted, moment} from "./words.js";
import {rowsOfOthers} from "./state.js";

export function What({dataset}) {
  const {last_run: run, date_range: dates, fingerprint, made_by: command} = dataset;
  const others = rowsOfOthers(dataset);
  return h(Section, {id: "what", title: "What is in here"},
    h(Card, null,
      h("dl", {class: "facts"},
        h(Fact, {name: "Preset"}, dataset.scenario ?? (run ? "default, or a file" : "rows of others")),
        h(Fact, {name: "Seed"}, dataset.seed ?? "–"),
        h(Fact, {name: "Days"}, dates.start + " to " + dates.end),
        h(Fact, {name: "Whose"}, others === 0 ? "all made by the Forge" : counted(others, "row") + " of others"),
        h(Fact, {name: "Last change"}, run ? run.operation + ", " + moment(run.finished_at) + " by " + run.os_user : "–"),
        h(Fact, {name: "Answer key"}, dataset.truth ? "recorded: the truth behind every row" : "not recorded"),
        h(Fact, {name: "Fingerprint", wide: true}, fingerprint
          ? h("span", {class: "copyable"}, h("code", null, fingerprint), h(Copy, {text: fingerprint, what: "the fingerprint"}))
          : "none: the rows are not those of a recorded run")),
      command && h("div", {class: "again"},
        h("h3", null, "The command that makes it again"),
        h("div", {class: "copyable"}, h("code", {class: "command", tabindex: 0}, command), h(Copy, {text: command, what: "the command"}))),
      h(Verified, {verified: dataset.verified})));
}

function Fact({name, wide, children}) {
  return h("div", {class: wide ? "wide" : null}, h("dt", null, name), h("dd", null, children));
}

/** Whether every law of the data holds: as checked last, or to be checked now. */
function Verified({verified}) {
  const [{busy, problem, checks}, put] = useState({busy: false, problem: null, checks: null});
  const verify = async () => {
    put({busy: true, problem: null, checks: null});
    try {
      const answer = await post("/seeder/verify");
      put({busy: false, problem: null, checks: answer.checks});
      refresh();
    } catch (failure) {
      put({busy: false, problem: failure, checks: null});
    }
  };
  const bad = checks?.filter(check => check.status !== "passed") ?? [];
  return h("div", {class: "verified"},
    h("div", {class: "copyable"},
      verified
        ? h("span", {class: "pill " + (verified.passed ? "good" : "bad")},
          verified.passed ? "Verified" : "Not as it should be", ": ", count(verified.passed_count), " checks passed",
          verified.warning_count > 0 && ", " + counted(verified.warning_count, "warning"),
          verified.failed_count > 0 && ", " + count(verified.failed_count) + " failed", ", ", moment(verified.at))
        : h("span", {class: "pill"}, "Not verified since the last change"),
      h(Button, {kind: "quiet small", onClick: busy ? undefined : verify, "aria-busy": busy}, busy ? "Checking …" : "Verify now")),
    h(Trouble, {problem}),
    bad.length > 0 && h("ul", {class: "checks"}, bad.map(check => h("li", {key: check.name, class: check.status},
      h("strong", null, check.name, " "), check.message, " ", check.details.figure))));
}
