// The field and its button.
import { el, icon } from "./dom.js";

const LIMIT = 2000;

/** Return { node, field }. `send(text)` gets what was typed; typed text is never a command. */
export function createComposer(say, send) {
  const field = el("textarea", {
    id: "field",
    rows: 1,
    maxLength: LIMIT,
    autocomplete: "off",
    placeholder: say("field.placeholder"),
    "aria-describedby": "hint",
  });
  const node = el(
    "form",
    { className: "composer" },
    el("label", { htmlFor: "field" }, say("field")),
    el(
      "div",
      { className: "entry" },
      field,
      el("button", { type: "submit", className: "send" }, el("span", {}, say("send")), icon("send")),
    ),
    el("p", { id: "hint", className: "hint" }, say("field.hint")),
  );
  const fit = () => {
    field.style.blockSize = "auto";
    field.style.blockSize = `${field.scrollHeight + 4}px`;
  };
  field.addEventListener("input", fit);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    node.requestSubmit();
  });
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim().replace(/^[/\s]+/, "");
    if (!text) return;
    field.value = "";
    fit();
    send(text);
  });
  return {
    node,
    field,
    fill: (text) => {
      field.value = text;
      fit();
    },
  };
}
