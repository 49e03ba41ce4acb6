// The start screen: what this is and is not, questions to begin with, privacy in two sentences.
import { button, el, icon, list } from "./dom.js";
import { telephone } from "./links.js";

/** Return the start screen. `settings.intro` may replace its words; `ask(text)` sends a question. */
export function startScreen(say, settings, level, ask) {
  const intro = settings.intro ?? {};
  const word = (key) => intro[key] || say(`start.${key}`);
  const examples = settings.examples?.length ? settings.examples : say("examples");
  const questions = settings.guided_plan ? [say("start.plan"), ...examples] : examples;
  const heading = (depth, text) => el(`h${Math.min(6, level + depth)}`, {}, text);
  const clinic =
    settings.clinic?.phone &&
    el(
      "p",
      { className: "clinic" },
      say("start.clinic", { clinic: settings.clinic.name ?? "" }),
      " ",
      el(
        "a",
        { href: telephone(settings.clinic.phone), className: "contact" },
        icon("call"),
        settings.clinic.phone,
      ),
    );
  const chips = questions.map((text) =>
    el(
      "li",
      {},
      button(text, () => ask(text), { className: "chip" }),
    ),
  );
  return el(
    "section",
    { className: "start" },
    heading(1, word("title")),
    el("p", { className: "lead" }, word("lead")),
    el(
      "div",
      { className: "examples" },
      heading(2, say("start.examples")),
      el("ul", { className: "chips" }, ...chips),
    ),
    el(
      "div",
      { className: "scope" },
      el("div", { className: "can" }, heading(2, word("can")), list(word("canList"))),
      el("div", { className: "cannot" }, heading(2, word("cannot")), list(word("cannotList"))),
    ),
    el("p", { className: "privacy" }, word("privacy")),
    clinic,
  );
}
