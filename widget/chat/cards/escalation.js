// A warning sign: what to do first, whom to call, what to tell them.
import { el, icon } from "../dom.js";
import { contactLinks } from "../links.js";
import { markdown } from "../markdown.js";

const LEVELS = new Set(["emergency", "urgent", "soon", "check"]);

/** Return the parts of the text before and after the advice, without what stands in boxes of its own. */
function around(text, { advice, tell_staff: tell }) {
  const rest = tell ? text.replace(tell, "") : text;
  const at = advice ? rest.indexOf(advice) : -1;
  return at < 0 ? ["", rest] : [rest.slice(0, at), rest.slice(at + advice.length)];
}

export function card({ text = "", custom }, { say, heading }) {
  const level = LEVELS.has(custom.level) ? custom.level : "emergency";
  const [before, after] = around(text, custom);
  const title = heading(1, say(`escalation.${level}`));
  title.prepend(icon("alert"));
  return el(
    "div",
    { className: `escalation level-${level}` },
    title,
    ...markdown(before),
    custom.advice && el("div", { className: "advice" }, ...markdown(custom.advice)),
    contactLinks(custom.contacts ?? [], say, level === "emergency" || level === "urgent" ? "solid" : ""),
    ...markdown(after.replace(/\n+/g, "\n\n")),
    custom.tell_staff &&
      el(
        "div",
        { className: "tell" },
        heading(2, say("escalation.tell")),
        el("p", {}, custom.tell_staff),
      ),
  );
}
