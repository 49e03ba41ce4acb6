// "Was this helpful?" below an answer: sent quietly, thanked for in place.
import { button, el } from "./dom.js";

/** Return the question; `rate("yes"|"no")` sends the answer. `given` is what was answered before. */
export function feedback(say, { given, rate }) {
  const node = el("div", { className: "feedback", role: "group", "aria-label": say("helpful") });
  const thank = () => node.replaceChildren(el("p", { tabIndex: -1 }, say("helpful.thanks")));
  if (given) {
    thank();
    return node;
  }
  const choose = (value) => () => {
    rate(value);
    thank();
    node.firstChild.focus();
  };
  node.append(
    el("span", {}, say("helpful")),
    button(say("yes"), choose("yes"), { className: "quiet" }),
    button(say("no"), choose("no"), { className: "quiet" }),
  );
  return node;
}
