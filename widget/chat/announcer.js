// Speaks to screen readers: one polite and one assertive region, there from the start, never nested.
// The log itself is not live, so that nothing is read twice.
import { el } from "./dom.js";

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
