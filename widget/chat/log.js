// The log: turns are appended once and never drawn again. It is not live: the announcer speaks.
import { messageNodes } from "./cards/index.js";
import { isShown, rating, said } from "./conversation.js";
import { button, el } from "./dom.js";
import { replyBar } from "./replies.js";

const RATED = new Set(["answer", "exercise", "plan"]);

export class Log {
  node;
  #turns = el("ol", { className: "turns" });
  #chat;
  #conversation;
  #items = new Map(); // turn id -> the person's item
  #bar = null;

  constructor(chat, conversation) {
    this.#chat = chat;
    this.#conversation = conversation;
    this.node = el(
      "div",
      {
        className: "log",
        role: "log",
        "aria-live": "off",
        "aria-label": chat.say("conversation"),
        tabIndex: 0,
      },
      this.#turns,
    );
  }

  /** Show the start screen until something was said. */
  welcome(screen) {
    this.clear();
    this.node.prepend(screen);
  }

  clear() {
    this.#items.clear();
    this.#turns.replaceChildren();
    this.node.querySelector(".start")?.remove();
    this.#dropReplies();
  }

  /** Show what the person said. */
  said(turn) {
    if (!isShown(turn)) return;
    this.node.querySelector(".start")?.remove();
    this.#dropReplies();
    const words = said(turn);
    const item = words && this.#item("mine", "you", el("p", {}, words));
    this.#items.set(turn.id, item || this.#turns.lastElementChild);
    this.toEnd();
  }

  get atEnd() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < 80;
  }

  toEnd() {
    this.node.scrollTop = this.node.scrollHeight;
  }

  /** Say below a message that it waits. */
  waiting(turn) {
    const item = this.#items.get(turn.id);
    if (isShown(turn) && item && !item.querySelector(".unsent")) {
      item.append(el("small", { className: "unsent" }, this.#chat.say("unsent")));
    }
  }

  /** Show the reply to a turn, warnings first; the newest turn also brings its buttons. */
  replied(turn) {
    if (!isShown(turn)) return;
    this.#dropReplies();
    this.#items.get(turn.id)?.querySelector(".unsent")?.remove();
    const urgent = (message) => message.custom?.type === "escalation";
    const inOrder = [
      ...turn.messages.filter(urgent),
      ...turn.messages.filter((message) => !urgent(message)),
    ];
    const bubbles = inOrder.map((message) => this.#bubble(message, turn)).filter(Boolean);
    if (bubbles.length) this.#item("theirs", "assistant", ...bubbles);
    const { say, send } = this.#chat;
    this.#bar = replyBar(turn, say, (reply) => send(reply.payload, reply.title));
    if (this.#bar) this.node.append(this.#bar);
    this.scrollTo(turn);
  }

  /** Bring a turn to the top of the log, without moving the page around it. */
  scrollTo(turn) {
    const item = this.#items.get(turn.id);
    if (item)
      this.node.scrollTop +=
        item.getBoundingClientRect().top - this.node.getBoundingClientRect().top - 8;
  }

  /** Take back a turn that cannot be sent. */
  remove(turn) {
    this.#items.get(turn.id)?.remove();
  }

  #dropReplies() {
    this.#bar?.remove();
    this.#bar = null;
  }

  #item(className, speaker, ...content) {
    const item = el(
      "li",
      { className },
      el("p", { className: "speaker" }, this.#chat.say(speaker)),
      ...content,
    );
    this.#turns.append(item);
    return item;
  }

  #bubble(message, turn) {
    const nodes = messageNodes(message, this.#chat, () => {
      if (turn === this.#conversation.turns.at(-1)) this.scrollTo(turn);
    });
    if (!nodes.length) return null;
    const { type, topic } = message.custom ?? {};
    const rated = RATED.has(type) && topic && this.#feedback(topic);
    return el(
      "article",
      { className: `bubble ${type === "escalation" ? "warning" : ""}`, lang: message.custom?.lang },
      ...nodes,
      rated,
    );
  }

  #feedback(topic) {
    const given = this.#conversation.turns.some(
      (turn) => turn.text === rating(topic, "yes") || turn.text === rating(topic, "no"),
    );
    return feedback(this.#chat.say, {
      given,
      rate: (value) => this.#conversation.say(rating(topic, value)),
    });
  }
}

/** Return "Was this helpful?"; `rate("yes"|"no")` sends the answer. `given`: it was answered before. */
function feedback(say, { given, rate }) {
  const node = el("div", { className: "feedback", role: "group", "aria-label": say("helpful") });
  const thank = () => node.replaceChildren(el("p", { tabIndex: -1 }, say("helpful.thanks")));
  if (given) {
    thank();
    return node;
  }
  const choose = (value) => () => {
    rate(value);
    thank();
    node.firstChild.focus();
  };
  node.append(
    el("span", {}, say("helpful")),
    button(say("yes"), choose("yes"), { className: "quiet" }),
    button(say("no"), choose("no"), { className: "quiet" }),
  );
  return node;
}
