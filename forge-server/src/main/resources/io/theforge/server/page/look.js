// Does it look like a shop: the whole, one series, the week, the kinds of demand, and what a price does.
import {h} from "./preact.js";
import {useRef} from "./hooks.js";
import {useLoaded} from "./store.js";
import {Section, useSeen} from "./ui.js";
import {Sales} from "./sales.js";
import {Series} from "./series.js";
import {Weekday} from "./weekday.js";
import {Classes} from "./classes.js";
import {Prices} from "./prices.js";

export function Look() {
  const days = useLoaded("/api/v1/days");
  return h(Section, {id: "look", title: "Does it look like a shop?", about: "Drag over a chart to zoom, click twice to see all days again."},
    h("div", {class: "stack"},
      h(Sales, {loaded: days}),
      h(WhenSeen, null, h(Series)),
      h("div", {class: "grid"},
        h(Weekday, {loaded: days}),
        h(WhenSeen, null, h(Prices))),
      h(WhenSeen, null, h(Classes))));
}

/** Draws its children when they come near to what can be seen: who does not look costs nothing. */
export function WhenSeen({children}) {
  const place = useRef();
  const seen = useSeen(place);
  return h("div", {ref: place, class: "when-seen"}, seen && children);
}
