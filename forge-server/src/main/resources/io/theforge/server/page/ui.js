// The parts that sections are made of.
import {h} from "./preact.js";
import {useEffect, useId, useRef, useState} from "./hooks.js";

/** A region of the page under a heading. @param about one sentence that says what is to be seen @param aside beside the heading */
export function Section({id, title, about, aside, children}) {
  return h("section", {id, class: "section", "aria-labelledby": id + "-title"},
    h("div", {class: "section-head"},
      h("h2", {id: id + "-title"}, title),
      aside),
    about && h("p", {class: "about"}, about),
    children);
}

/** A box. */
export function Card({title, about, class: more = "", children}) {
  return h("div", {class: "card " + more},
    title && h("h3", null, title),
    about && h("p", {class: "about"}, about),
    children);
}

/** A button. @param kind "primary", "danger", "quiet" @param why why it cannot be pressed; it stays reachable, so that everybody can read that */
export function Button({kind = "", why, onClick, children, ...more}) {
  const id = useId();
  return h("span", {class: "button-place"},
    h("button", {
      type: "button", class: "button " + kind, "aria-disabled": why ? "true" : null, "aria-describedby": why ? id : null,
      onClick: event => why ? event.preventDefault() : onClick?.(event), ...more,
    }, children),
    why && h("span", {id, class: "why"}, why));
}

/** A field with its label. @param error what is wrong with it @param children the input, drawn with the properties it is given */
export function Field({label, hint, error, children}) {
  const id = useId();
  const said = error ? id + "-error" : hint ? id + "-hint" : null;
  return h("div", {class: "field"},
    h("label", {for: id}, label),
    children({id, "aria-invalid": error ? "true" : null, "aria-describedby": said}),
    error ? h("p", {id: id + "-error", class: "field-error"}, error) : hint && h("p", {id: id + "-hint", class: "hint"}, hint));
}

/** What went wrong, and what to do. Said aloud by a screen reader. */
export function Trouble({problem, onAgain}) {
  if (!problem) return null;
  return h("div", {class: "notice bad", role: "alert"},
    h("p", null, h("strong", null, sentence(problem.message))),
    problem.errors?.length > 0 && h("ul", null, problem.errors.map(({field, message}) => h("li", {key: field + message}, h("code", null, field), " ", message))),
    problem.remedy && h("p", null, sentence(problem.remedy)),
    onAgain && h(Button, {onClick: onAgain}, "Try again"));
}

/** Something to know. @param kind "good", "warn", "bad", "" */
export function Notice({kind = "", title, children}) {
  return h("div", {class: "notice " + kind},
    title && h("p", null, h("strong", null, title)),
    children);
}

/** With a capital letter, and a full stop. */
export function sentence(text) {
  const trimmed = text.trim();
  // an address stays as it is
  return (/^[a-z]+:/.test(trimmed) ? trimmed.charAt(0) : trimmed.charAt(0).toUpperCase()) + trimmed.slice(1) + (/[.!?:]$/.test(trimmed) ? "" : ".");
}

/** Instead of what is being asked for. */
export function Waiting({children = "Reading …"}) {
  return h("p", {class: "waiting", role: "status"}, h("span", {class: "spinner", "aria-hidden": "true"}), children);
}

/** What an answer looks like: while it is waited for, when it failed, and once it is there. @param loaded of useLoaded() @param show draws the data */
export function Loaded({loaded: {data, problem, reload}, waiting, show}) {
  if (data != null) return h("div", null, problem && problem.status !== 503 && h(Trouble, {problem, onAgain: reload}), show(data));
  if (problem) return h(Trouble, {problem, onAgain: reload});
  return h(Waiting, null, waiting);
}

/** Copies a text by one click. @param what "the fingerprint" */
export function Copy({text, what}) {
  const [copied, put] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => put(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return h("button", {type: "button", class: "button quiet small", "aria-label": "Copy " + what, onClick: () => copy(text).then(() => put(true))},
    h("span", {"aria-live": "polite"}, copied ? "Copied" : "Copy"));
}

async function copy(text) {
  // the clipboard belongs to addresses with TLS and to this machine
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  return undefined;
}

/** A question that has to be answered first. Escape and "Cancel" close it; what has "data-first" has the focus. @param children what is asked, with its buttons */
export function Dialog({title, onClose, children}) {
  const place = useRef();
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const dialog = place.current;
    dialog.showModal();
    dialog.querySelector("[data-first]")?.focus();
    return () => {
      // as long as it is open, nothing outside of it can have the focus
      dialog.close();
      before?.focus?.();
    };
  }, []);
  return h("dialog", {ref: place, "aria-labelledby": id, onCancel: event => { event.preventDefault(); onClose(); }},
    h("h3", {id}, title),
    children);
}

/** A table that is wider than a small screen: it is moved, not the page. @param label what is in it */
export function WideTable({label, children}) {
  return h("div", {class: "wide-table", role: "region", "aria-label": label, tabindex: 0}, h("table", {class: "table"}, children));
}

/** Whether a place has come near to what can be seen; from then on true. */
export function useSeen(place) {
  const [seen, put] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver(entries => entries.some(each => each.isIntersecting) && put(true), {rootMargin: "400px"});
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return seen;
}
