// The line above the field: the assistant is writing, or what went wrong and what to do.
import { button, el } from "./dom.js";

const TROUBLE = new Set(["offline", "unreachable", "starting", "busy"]);

export class Status {
  #say;
  #announcer;
  #retry;
  #state = "idle";
  #spoken = false;
  node;

  constructor(say, announcer, retry) {
    this.#say = say;
    this.#announcer = announcer;
    this.#retry = retry;
    this.node = el("div", { className: "state", hidden: true });
  }

  get isTrouble() {
    return TROUBLE.has(this.#state);
  }

  /** Show a state of the conversation. A trouble is spoken once, however often it is met. */
  show(state) {
    const trouble = TROUBLE.has(state);
    if (this.isTrouble && (state === "writing" || state === "slow")) return; // a retry behind the same words
    if (state === this.#state) return;
    this.#state = state;
    this.node.hidden = state === "idle";
    this.node.className = `state ${trouble ? "trouble" : state}`;
    if (state === "idle") this.#spoken = false;
    const words = this.#say(`state.${state}`);
    const dots = el("span", { className: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    this.node.replaceChildren(
      ...(trouble ? [el("p", {}, words), button(this.#say("retry"), this.#retry, { className: "quiet" })] : [dots, el("p", {}, words)]));
    if (trouble && !this.#spoken) {
      this.#spoken = true;
      this.#announcer.assertive(words);
    }
  }

  /** Show a sentence until the next state. */
  tell(words) {
    this.#state = "told";
    this.node.hidden = false;
    this.node.className = "state trouble";
    this.node.replaceChildren(el("p", {}, words));
    this.#announcer.assertive(words);
  }
}
