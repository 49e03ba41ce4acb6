// Opens the guided timer of an exercise. Its module is fetched when the exercise is shown.
import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { fetchAhead, part } from "./later.js";

/** Return a button that opens the timer in its place, or null where there is nothing to time. */
export function timerButton(timer, chat) {
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
