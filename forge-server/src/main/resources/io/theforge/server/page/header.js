// Name, database, ways to the sections, theme.
import {h} from "./preact.js";
import {useState} from "./hooks.js";
import {useStore} from "./store.js";
import {redrawCharts} from "./chart.js";

const SECTIONS = [["what", "What is in here", true], ["look", "Shop", true], ["realism", "Realism", true], ["best", "Best score", true],
  ["make", "Make", null], ["extend", "Extend", true], ["export", "Export", true], ["remove", "Take away", true], ["log", "Log", false]];

/** @param filled whether there is a dataset to look at */
export function Header({filled}) {
  const dataset = useStore(state => state.dataset);
  const online = useStore(state => state.online);
  return h("header", {class: "top"},
    h("div", {class: "brand"},
      h("strong", null, "The Forge"),
      dataset && h("span", {class: "database", title: dataset.database}, dataset.database_name),
      !online && h("span", {class: "pill bad", role: "status"}, "no connection")),
    h("nav", {"aria-label": "Sections"},
      SECTIONS.filter(([, , needs]) => filled || needs === false || (needs === null && dataset)).map(([id, word]) => h("a", {key: id, href: "#" + id}, word))),
    h(Theme));
}

function Theme() {
  const [chosen, put] = useState(document.documentElement.dataset.theme ?? "system");
  const choose = theme => {
    put(theme);
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("forge-theme", theme);
    } catch {
      // a browser that keeps nothing
    }
    redrawCharts();
  };
  return h("label", {class: "theme"}, h("span", {class: "hidden"}, "Theme"),
    h("select", {value: chosen, onChange: event => choose(event.target.value)},
      ["system", "light", "dark"].map(theme => h("option", {key: theme, value: theme}, theme))));
}
