// Builds nodes. No HTML string is ever parsed, so there is nothing to sanitise.

// Small line icons on a 24 x 24 grid; decorative, the words stand beside them.
const PATHS = {
  alert: "M12 3.5 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1",
  call: "M6.5 3.5h3l1.5 4-2 1.5a12 12 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2 2A16 16 0 0 1 4.5 5.5a2 2 0 0 1 2-2z",
  text: "M4 5h16v11H9l-5 4z",
  close: "M6 6l12 12M18 6 6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M12 20V4.5M5.5 11 12 4.5 18.5 11",
  check: "M5 12.5 10 17.5 19.5 7",
  play: "M8 5v14l11-7z",
  back: "M15 5l-7 7 7 7",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 13h5M10 17h5",
};

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

/** Return an icon by name. */
export function icon(name) {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" },
    svg("path", { d: PATHS[name] }),
  );
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
