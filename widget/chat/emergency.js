// The emergency line: always at the top, in every state. A warning stays pinned there until it was read.
import { button, el, icon } from "./dom.js";
import { contactLinks } from "./links.js";

const PINNED = new Set(["emergency", "urgent"]);

export class Emergency {
  node;
  #say;
  #storage;
  #line;
  #pinned = null;
  #level = null;

  /** @param {object} settings the server's `emergency`: { line, numbers }. */
  constructor(say, storage, onread) {
    this.#say = say;
    this.#storage = storage;
    this.onread = onread;
    this.#line = el("div", { className: "line" });
    this.node = el("section", { className: "emergency", "aria-label": say("emergency") }, this.#line);
  }

  /** Show the server's line and numbers, where it named them. */
  update(settings) {
    const numbers = settings?.numbers?.length ? settings.numbers : this.#say("emergency.numbers");
    const contacts = numbers.map(({ href, ...rest }) => ({ ...rest, link: href }));
    this.#line.replaceChildren(
      icon("alert"),
      el("p", {}, settings?.line || this.#say("emergency.line")),
      contactLinks(contacts, this.#say, "short"),
    );
  }

  /** Pin the gravest warning that was not acknowledged. */
  pin(turn, card) {
    if (!PINNED.has(card.level) || this.#read.includes(turn.id)) return;
    if (this.#level === "emergency" && card.level !== "emergency") return;
    this.unpin();
    const acknowledge = button(
      this.#say("escalation.acknowledge"),
      () => {
        this.#storage.write({ read: [...this.#read, turn.id] });
        this.unpin();
        this.onread();
      },
      { className: "quiet" },
    );
    this.#level = card.level;
    this.#pinned = el(
      "div",
      { className: "pinned" },
      el(
        "div",
        { className: "pinned-row" },
        el("p", { className: "pinned-title" }, icon("alert"), this.#say(`escalation.${card.level}`)),
        acknowledge,
      ),
      contactLinks((card.contacts ?? []).slice(0, 3), this.#say, "solid"),
    );
    this.#line.hidden = true;
    this.node.append(this.#pinned);
  }

  unpin() {
    this.#pinned?.remove();
    this.#pinned = null;
    this.#level = null;
    this.#line.hidden = false;
  }

  get #read() {
    return this.#storage.read().read ?? [];
  }
}
