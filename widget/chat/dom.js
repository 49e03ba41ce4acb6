// Builds nodes. No HTML string is ever parsed, so there is nothing to sanitise.

/** Return an element. `properties` are DOM properties; names with a dash, and `role`, are attributes. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name.includes("-") || name === "role") node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.filter(Boolean));
  return node;
}

/** Return an SVG element with these attributes. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Return a button that does something. */
export function button(label, onclick, properties = {}) {
  return el("button", { type: "button", onclick, ...properties }, label);
}

/** Return a list of these texts or nodes; nothing where there are none. */
export function list(items, tag = "ul", className = "") {
  return items?.length ? el(tag, { className }, ...items.map((item) => el("li", {}, item))) : null;
}

/** Return a part that opens on demand. */
export function disclosure(summary, ...content) {
  return el(
    "details",
    {},
    el("summary", {}, summary),
    el("div", { className: "disclosed" }, ...content),
  );
}

/** Let one Tab stop serve a group: arrow keys, Home and End move within it. */
export function roving(group) {
  const buttons = [...group.querySelectorAll("button")];
  buttons.forEach((one, index) => {
    one.tabIndex = index ? -1 : 0;
  });
  group.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target);
    const forward = getComputedStyle(group).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const to = {
      [forward]: at + 1,
      ArrowDown: at + 1,
      [back]: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = buttons.at(to % buttons.length);
    buttons.forEach((one) => {
      one.tabIndex = one === next ? 0 : -1;
    });
    next.focus();
  });
  return group;
}
