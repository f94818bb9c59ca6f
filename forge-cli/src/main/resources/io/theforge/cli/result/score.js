// What the pages of scores are drawn with.
const words = name => name.replaceAll("_", " ");
const whole = value => value.toLocaleString("en", {maximumFractionDigits: 0});
const percent = value => value == null ? "-" : (value * 100).toLocaleString("en", {minimumFractionDigits: 1, maximumFractionDigits: 1}) + " %";
const place = name => document.getElementById(name);

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text != null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function track(value, tint, low, high) {
  const made = element("div", null, "track"), fill = element("div", null, "fill");
  fill.style.width = (value ?? 0) * 100 + "%";
  fill.style.background = "var(--" + tint + ")";
  made.append(fill);
  if (low != null) {
    const range = element("div", null, "range");
    range.style.left = low * 100 + "%";
    range.style.width = (high - low) * 100 + "%";
    made.append(range);
    made.title = "95 %: " + percent(low) + " to " + percent(high);
  }
  return made;
}

function table(where, head, rows) {
  const made = element("table"), top = made.createTHead().insertRow(), body = made.createTBody();
  head.forEach(([text, className]) => top.append(element("th", text, className)));
  for (const {cells, className} of rows) {
    const row = body.insertRow();
    if (className) row.className = className;
    cells.forEach(cell => row.append(cell instanceof Node ? cell : element("td", cell)));
  }
  place(where).replaceChildren(made);
}

function cell(className, ...inside) {
  const made = element("td", null, className);
  made.append(...inside);
  return made;
}
