// Speaks to screen readers: one polite and one assertive region, there from the start, never nested.
// The log itself is not live, so that nothing is read twice.
import { el } from "./dom.js";
import { plain } from "./markdown.js";
import { repliesOf } from "./replies.js";

const CLEAR_MS = 8000;

export class Announcer {
  #polite = el("div", { className: "unseen", role: "status", "aria-live": "polite" });
  #assertive = el("div", { className: "unseen", role: "alert", "aria-live": "assertive" });
  #timers = new Map();

  get nodes() {
    return [this.#polite, this.#assertive];
  }

  polite(text) {
    this.#say(this.#polite, text);
  }

  assertive(text) {
    this.#say(this.#assertive, text);
  }

  #say(region, text) {
    if (!text) return;
    clearTimeout(this.#timers.get(region));
    region.replaceChildren(el("p", {}, text));
    // Emptied later, so that nobody meets the same text again below the log.
    this.#timers.set(
      region,
      setTimeout(() => region.replaceChildren(), CLEAR_MS),
    );
  }
}

const isWarning = (message) => message.custom?.type === "escalation";

/** Return { assertive, polite } for an answered turn; either may be empty. */
export function spoken(turn, say) {
  const warnings = turn.messages
    .filter(isWarning)
    .map(({ text, custom }) =>
      [
        say(`escalation.${custom.level}`),
        plain(text),
        ...(custom.contacts ?? []).map(({ label, number }) => `${label}: ${number}.`),
      ].join("\n"),
    );
  const others = turn.messages
    .filter((message) => !isWarning(message))
    .map(({ text, custom }) => plain(text ?? custom?.fallback_text));
  const n = repliesOf(turn).length;
  if (n && !warnings.length) others.push(say("replies.announced", { n }));
  return { assertive: warnings.join("\n"), polite: others.filter(Boolean).join("\n") };
}
