// The top of the chat: name, options, close.
import { button, el, icon } from "./dom.js";
import { mark } from "../mark.js";

/** Return { node, title }. `actions`: {download, print, erase, close}; no `close` on a full page. */
export function createHeader(say, { level, clinic, actions }) {
  const title = el(`h${level}`, { id: "title", tabIndex: -1 }, say("title"));
  const tagline = el(
    "p",
    { className: "tagline" },
    clinic?.name ? say("taglineClinic", { clinic: clinic.name }) : say("tagline"),
  );
  const toggle = button("", () => open(menu.hidden), {
    className: "tool",
    "aria-label": say("more"),
    "aria-expanded": "false",
    "aria-controls": "menu",
  });
  toggle.append(icon("more"));
  const close =
    actions.close && button("", actions.close, { className: "tool", "aria-label": say("close") });
  close?.append(icon("close"));

  const sure = el(
    "div",
    { className: "sure", hidden: true },
    el("p", { id: "sure" }, say("delete.sure")),
    button(
      say("delete.yes"),
      () => {
        open(false);
        actions.erase();
      },
      { className: "danger" },
    ),
    button(say("delete.no"), () => {
      open(false);
      toggle.focus();
    }),
  );
  const ask = button(say("menu.delete"), () => {
    sure.hidden = false;
    sure.querySelector("button").focus();
  });
  sure.setAttribute("role", "group");
  sure.setAttribute("aria-labelledby", "sure");
  const choose = (action) => () => {
    open(false);
    toggle.focus();
    action();
  };
  const menu = el(
    "div",
    { id: "menu", className: "menu", role: "group", "aria-label": say("menu"), hidden: true },
    button(say("menu.download"), choose(actions.download)),
    button(say("menu.print"), choose(actions.print)),
    ask,
    sure,
  );

  function open(show) {
    menu.hidden = !show;
    sure.hidden = true;
    toggle.setAttribute("aria-expanded", String(show));
  }
  const node = el(
    "div",
    { className: "header" },
    mark(),
    el("div", { className: "names" }, title, tagline),
    el("div", { className: "tools" }, toggle, close),
    menu,
  );
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    open(false);
    toggle.focus();
  });
  return { node, title };
}
