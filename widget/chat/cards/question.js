// A question of a form: how far we are, and why it is asked.
import { disclosure, el } from "../dom.js";
import { markdown } from "../markdown.js";

export function card({ text, custom: { step, of, why } }, { say }) {
  const progress =
    step &&
    of &&
    el(
      "div",
      { className: "progress" },
      el("p", { className: "kicker" }, say("question.step", { step, of })),
      el("progress", { max: of, value: step, "aria-label": say("question.step", { step, of }) }),
    );
  return [progress, ...markdown(text), why && disclosure(say("question.why"), el("p", {}, why))];
}
