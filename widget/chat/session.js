// Today's session: the exercises of a plan one after another, each with its timer.
import { button, el, icon, list } from "./dom.js";
import { picture, stopBox } from "./cards/parts.js";
import { Timer } from "./timer.js";

export class Session {
  node = el("section", { className: "session" });
  #plan;
  #chat;
  #index = 0;
  #did = [];
  #timer = null;
  #leave;

  /** @param {Function} leave called with the names of what was done; null where nothing is to be said. */
  constructor(plan, chat, leave) {
    this.#plan = plan;
    this.#chat = chat;
    this.#leave = leave;
    this.node.setAttribute("aria-label", chat.say("session"));
  }

  /** Show the exercise we are at, its heading in focus. */
  show() {
    const one = this.#plan.exercises[this.#index];
    this.#timer?.stop();
    this.#timer = null;
    this.node.replaceChildren(...(one ? this.#exercise(one) : this.#end()));
    this.node.scrollTop = 0;
    this.node.querySelector("[tabindex]").focus();
  }

  #exercise(one) {
    const { say, heading } = this.#chat;
    const title = heading(1, one.name);
    title.tabIndex = -1;
    if (one.timer) this.#timer = new Timer(one.timer, this.#chat, () => this.#finish(one));
    const back = button(
      "",
      () => {
        this.#timer?.stop();
        this.#leave(null);
      },
      { className: "quiet back" },
    );
    back.append(icon("back"), say("session.leave"));
    return [
      back,
      el(
        "p",
        { className: "kicker" },
        say("session.step", { n: this.#index + 1, all: this.#plan.exercises.length }),
      ),
      title,
      one.dose_text && el("p", { className: "purpose" }, one.dose_text),
      this.#timer?.node,
      picture(one.illustration, this.#chat),
      list(one.steps, "ol", "steps"),
      stopBox(one.stop_if, this.#chat),
      el(
        "div",
        { className: "controls" },
        button(say("session.done"), () => this.#finish(one), { className: one.timer ? "" : "primary" }),
        button(say("session.skip"), () => this.#next()),
      ),
    ].filter(Boolean);
  }

  #finish(one) {
    this.#did.push(one);
    this.#chat.tick(one.id);
    this.#next();
  }

  #next() {
    this.#index += 1;
    this.show();
  }

  #end() {
    const { say, heading, announce } = this.#chat;
    const title = heading(1, say("session.end"));
    title.tabIndex = -1;
    const n = this.#did.length;
    const words = n
      ? say("session.summary", { n, all: this.#plan.exercises.length })
      : say("session.none");
    announce(words);
    const names = this.#did.map(({ name }) => name);
    return [
      el("p", { className: "kicker" }, say("session")),
      title,
      el("p", { className: "purpose" }, words),
      list(names, "ul", "did"),
      el(
        "div",
        { className: "controls" },
        n ? button(say("session.log"), () => this.#leave(names), { className: "primary" }) : null,
        button(say("session.back"), () => this.#leave(null)),
      ),
    ].filter(Boolean);
  }
}
