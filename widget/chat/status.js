// The line above the field: the assistant is writing, or what went wrong and what to do.
import { button, el } from "./dom.js";

const TROUBLE = new Set(["offline", "unreachable", "starting", "busy"]);

export class Status {
  #say;
  #announcer;
  #retry;
  #state = "idle";
  #spoken = false;
  #line;
  #notice;
  node;

  constructor(say, announcer, retry) {
    this.#say = say;
    this.#announcer = announcer;
    this.#retry = retry;
    this.#line = el("div", { className: "state", hidden: true });
    this.#notice = el("div", { className: "state told", hidden: true });
    this.node = el("div", { className: "status" }, this.#notice, this.#line);
  }

  get isTrouble() {
    return TROUBLE.has(this.#state);
  }

  /** Show a state of the conversation. A trouble is spoken once, however often it is met. */
  show(state) {
    const trouble = TROUBLE.has(state);
    if (this.isTrouble && (state === "writing" || state === "slow")) return; // it tries again
    if (state === this.#state) return;
    this.#state = state;
    this.#line.hidden = state === "idle";
    this.#line.className = `state ${trouble ? "trouble" : state}`;
    if (state === "idle") this.#spoken = false;
    const words = this.#say(`state.${state}`);
    const dots = el("span", { className: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    this.#line.replaceChildren(
      ...(trouble
        ? [el("p", {}, words), button(this.#say("retry"), this.#retry, { className: "quiet" })]
        : [dots, el("p", {}, words)]),
    );
    if (trouble && !this.#spoken) {
      this.#spoken = true;
      this.#announcer.assertive(words);
    }
  }

  /** Show a sentence until the person goes on. */
  tell(words) {
    this.#notice.hidden = false;
    this.#notice.replaceChildren(el("p", {}, words));
    this.#announcer.assertive(words);
  }

  /** Take that sentence away. */
  dismiss() {
    this.#notice.hidden = true;
  }
}
