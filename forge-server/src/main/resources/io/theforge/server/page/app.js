// The whole page, from the top: each section answers one question.
import {h, render} from "./preact.js";
import {useEffect} from "./hooks.js";
import {now, refresh, useStore} from "./store.js";
import {listen} from "./events.js";
import {Header} from "./header.js";
import {StateOfThings, isMadeHere} from "./state.js";
import {What} from "./what.js";
import {Rows} from "./rows.js";
import {Look} from "./look.js";
import {Realism} from "./realism.js";
import {Best} from "./best.js";
import {Make} from "./make.js";
import {Extend} from "./extend.js";
import {Export} from "./export.js";
import {Remove} from "./remove.js";
import {Log} from "./log.js";
import {OperationBar} from "./operation.js";

const LOOK_AGAIN_MILLIS = 15_000;
const TRY_AGAIN_MILLIS = 3_000;

/** Others may change the database beside this server; one that is away may come back. */
async function lookAgain() {
  if (!document.hidden) await refresh();
  setTimeout(lookAgain, now().problem ? TRY_AGAIN_MILLIS : LOOK_AGAIN_MILLIS);
}

function Page() {
  const dataset = useStore(state => state.dataset);
  useEffect(() => {
    listen();
    lookAgain();
  }, []);
  const filled = Boolean(dataset?.date_range);
  return h("div", null,
    h("a", {class: "skip", href: "#main"}, "Skip to the content"),
    h(Header, {filled}),
    h("main", {id: "main", tabindex: -1},
      h("h1", {class: "hidden"}, "The Forge: " + (dataset?.database_name ?? "a test database")),
      h(StateOfThings),
      filled && h(What, {dataset}),
      filled && h(Rows, {dataset}),
      filled && h(Look),
      filled && h(Realism),
      filled && h(Best),
      dataset && h(Make),
      filled && h(Extend),
      filled && h(Export),
      (filled || isMadeHere(dataset)) && h(Remove),
      h(Log)),
    h(OperationBar));
}

render(h(Page), document.getElementById("page"));
