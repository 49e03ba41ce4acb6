// One exercise: picture, dose, steps, when to stop, and its timer.
import { button, disclosure, el, icon, list } from "../dom.js";
import { fetchAhead, part } from "../later.js";
import { markdown } from "../markdown.js";
import { picture, sources, stopBox } from "./parts.js";

/** Return the dose as short facts. */
function facts(dose, say) {
  const {
    hold_seconds: hold,
    minutes,
    repetitions,
    sets,
    times_a_day: daily,
    each_side: each,
  } = dose ?? {};
  return [
    hold && say("exercise.hold", { n: hold }),
    minutes && say("exercise.minutes", { n: minutes }),
    repetitions &&
      say("exercise.repetitions", { n: repetitions }) + (each ? ` ${say("exercise.each")}` : ""),
    sets > 1 && say("exercise.sets", { n: sets }),
    daily && say("exercise.daily", { n: daily }),
  ].filter(Boolean);
}

/** Return the paragraphs of the whole text that no part of the card shows. */
function beyond(text, card) {
  const shown = [card.purpose, card.feel, card.steps?.[0], card.stop_if?.[0], card.avoid_if?.[0]].filter(
    Boolean,
  );
  return (text ?? "")
    .split(/\n\s*\n/)
    .filter((part) => !shown.some((words) => part.includes(words.trim())))
    .join("\n\n");
}

/**
 * Return a button that opens the guided timer in its place, or null where there is nothing to time.
 * The timer is fetched when the exercise is shown.
 */
function timerButton(timer, chat) {
  if (!timer) return null;
  const { say } = chat;
  fetchAhead("timer");
  const open = button(
    "",
    async () => {
      const module = await part("timer", chat);
      if (!module) return;
      const running = new module.Timer(timer, chat);
      const shut = button(
        "",
        () => {
          running.stop();
          box.replaceWith(open);
          open.focus();
        },
        { className: "tool", "aria-label": say("timer.close") },
      );
      shut.append(icon("close"));
      const box = el("div", { className: "timer-box" }, shut, running.node);
      open.replaceWith(box);
      box.scrollIntoView({ block: "nearest" });
      running.focus();
    },
    { className: "primary" },
  );
  open.append(icon("play"), say("timer.open"));
  return open;
}

export function card({ text, custom }, chat) {
  const { say, heading } = chat;
  const stage = [custom.stage ?? []].flat().map((n) => say("exercise.stage", { stage: n }));
  const section = (key, items) => (items?.length ? [heading(2, say(key)), list(items)] : []);
  const variants = [
    ["exercise.easier", custom.easier],
    ["exercise.harder", custom.harder],
  ]
    .filter(([, words]) => words)
    .map(([key, words]) => el("p", {}, el("strong", {}, `${say(key)}: `), words));
  return el(
    "div",
    { className: "exercise" },
    picture(custom.illustration, chat),
    el("p", { className: "kicker" }, [say("exercise"), ...stage].join(" · ")),
    heading(1, custom.name ?? custom.title),
    custom.purpose && el("p", { className: "purpose" }, custom.purpose),
    list(facts(custom.dose, say), "ul", "facts"),
    timerButton(custom.timer, chat),
    heading(2, say("exercise.steps")),
    list(custom.steps, "ol", "steps"),
    ...markdown(custom.feel),
    stopBox(custom.stop_if, chat),
    ...section("exercise.avoid", custom.avoid_if),
    ...markdown(beyond(text, custom)),
    custom.equipment?.length
      ? el("p", { className: "needs" }, say("exercise.needs", { things: custom.equipment.join(", ") }))
      : null,
    variants.length ? disclosure(say("exercise.variants"), ...variants) : null,
    custom.mistakes?.length ? disclosure(say("exercise.mistakes"), list(custom.mistakes)) : null,
    sources(custom, say),
  );
}
