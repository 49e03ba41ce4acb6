// Puts the chat together: header, emergency line, log, field; and what happens between them.
import { Announcer, spoken } from "./announcer.js";
import { createComposer } from "./composer.js";
import { Conversation, isShown } from "./conversation.js";
import { el } from "./dom.js";
import { Emergency } from "./emergency.js";
import { createHeader } from "./header.js";
import { part, pause } from "./later.js";
import { Log } from "./log.js";
import { loadSettings } from "./settings.js";
import { startScreen } from "./start.js";
import { Status } from "./status.js";
import { Storage } from "./storage.js";
import { loadStrings } from "./strings.js";
import { Transport } from "./transport.js";

const WIDGET = new URL("..", import.meta.url);

/** Fill the container (a dialog, or a box in the page) and return the panel. */
export async function createPanel({ host, container, stylesheet }) {
  const { link, loaded } = stylesheet("styles/chat.css");
  host.shadowRoot.append(link);
  const [say] = await Promise.all([loadStrings(host.settings.language), loaded]);
  await pause();
  const panel = new Panel(host, container, say);
  await pause();
  await panel.begin();
  if (!container.isConnected) {
    host.shadowRoot.append(container);
    panel.fill();
  }
  await pause();
  return panel;
}

class Panel {
  #host;
  #say;
  #app;
  #storage = new Storage();
  #announcer = new Announcer();
  #transport;
  #conversation;
  #settings = {};
  #chat;
  #title;
  #emergency;
  #log;
  #status;
  #composer;
  #session = null;
  #filled = false;

  constructor(host, container, say) {
    const { settings } = host;
    this.#host = host;
    this.#say = say;
    this.#transport = new Transport(settings, this.#storage);
    this.#conversation = new Conversation(this.#transport, this.#storage);
    this.#chat = this.#context(Number(settings.headingLevel) || (host.hasAttribute("full") ? 1 : 2));
    this.#emergency = new Emergency(say, this.#storage, () => this.#composer.field.focus());
    this.#log = new Log(this.#chat, this.#conversation);
    this.#status = new Status(say, this.#announcer, () => this.#conversation.retry());
    this.#composer = createComposer(say, (text) => this.#conversation.say(text));
    this.#app = el("div", { className: "app", lang: say("lang"), dir: say("dir") });
    const full = host.hasAttribute("full");
    container.setAttribute("aria-labelledby", "title");
    if (full) container.setAttribute("role", "region");
    container.append(this.#app);
    followScheme(this.#app, settings.theme, host.palette);
    followKeyboard(container);
  }

  /** Read settings and history, and build the frame; `fill` puts the conversation into it. */
  async begin() {
    const restored = this.#conversation.restore();
    this.#settings = await loadSettings(this.#host.settings, this.#transport, this.#storage);
    await restored;
    const header = createHeader(this.#say, {
      level: this.#chat.level,
      clinic: this.#settings.clinic,
      actions: {
        download: () => this.#takeAlong("download"),
        print: () => this.#takeAlong("print"),
        erase: () => this.#erase(),
        close: this.#host.hasAttribute("full") ? null : () => this.#host.close(),
      },
    });
    this.#title = header.title;
    this.#emergency.update(this.#settings.emergency);
    this.#app.append(
      header.node,
      this.#emergency.node,
      this.#log.node,
      this.#status.node,
      this.#composer.node,
      ...this.#announcer.nodes,
    );
  }

  /** Take the focus after the chat was shown; the first time, what was said follows the frame. */
  async focus() {
    this.#focus();
    await pause();
    this.fill();
    const last = this.#conversation.turns.at(-1);
    if (last) this.#log.scrollTo(last);
  }

  // Into the field; on a touch screen on the title, so that no keyboard pops up.
  #focus() {
    if (this.#session) this.#session.show();
    else if (matchMedia("(pointer: coarse)").matches) this.#title.focus();
    else this.#composer.field.focus();
  }

  /** Show where the conversation is, once. */
  fill() {
    if (this.#filled) return;
    this.#filled = true;
    this.#listen();
    const { turns, pending } = this.#conversation;
    if (!turns.length) this.#welcome();
    for (const turn of turns) {
      this.#log.said(turn);
      if (turn.messages) this.#answered(turn);
    }
    if (pending.length) this.#conversation.retry();
  }

  #welcome() {
    const ask = (text) => {
      this.#conversation.say(text);
      this.#composer.field.focus();
    };
    this.#log.welcome(startScreen(this.#say, this.#settings, this.#chat.level, ask));
  }

  #listen() {
    const on = (type, listener) =>
      this.#conversation.addEventListener(type, ({ detail }) => listener(detail));
    on("said", (turn) => {
      this.#status.dismiss();
      this.#log.said(turn);
    });
    on("state", (state) => this.#state(state));
    on("forgotten", () => this.#status.tell(this.#say("state.forgotten")));
    on("rejected", ({ turn, message }) => {
      this.#log.remove(turn);
      if (!turn.title && !this.#composer.field.value) this.#composer.fill(turn.text);
      this.#status.tell(message || this.#say("state.rejected"));
    });
    on("reply", (turn) => {
      this.#answered(turn);
      if (!isShown(turn)) return;
      const { assertive, polite } = spoken(turn, this.#say);
      this.#announcer.assertive(assertive);
      this.#announcer.polite(polite);
    });
  }

  #state(state) {
    const { atEnd } = this.#log;
    this.#status.show(state);
    if (this.#status.isTrouble) this.#conversation.pending.forEach((turn) => this.#log.waiting(turn));
    if (atEnd) this.#log.toEnd();
  }

  #answered(turn) {
    this.#log.replied(turn);
    const card = turn.messages.find((message) => message.custom?.type === "escalation")?.custom;
    if (card) this.#emergency.pin(turn, card);
  }

  async #takeAlong(how) {
    const module = await part("transcript", this.#chat);
    module?.[how](this.#conversation.turns, this.#say, WIDGET);
  }

  async #erase() {
    this.#emergency.unpin();
    this.#closeSession();
    const deleted = this.#conversation.delete();
    this.#chat.done.clear();
    this.#welcome();
    this.#composer.field.focus();
    this.#status.tell(this.#say((await deleted) ? "delete.done" : "delete.later"));
  }

  /** What cards may use. */
  #context(level) {
    const done = new Set(this.#storage.read().done ?? []);
    return {
      say: this.#say,
      lang: this.#say("lang"),
      level,
      server: this.#host.settings.server,
      done,
      heading: (depth, text) => el(`h${Math.min(6, level + depth)}`, {}, text),
      tell: (text) => this.#status.tell(text),
      announce: (text) => this.#announcer.polite(text),
      send: (payload, title) => {
        this.#conversation.say(payload, title);
        this.#composer.field.focus();
      },
      tick: (id) => {
        done.add(id);
        this.#storage.write({ done: [...done] });
      },
      openSession: (plan, onclose) => this.#openSession(plan, onclose),
    };
  }

  async #openSession(plan, onclose) {
    const before = this.#host.shadowRoot.activeElement;
    const module = await part("session", this.#chat);
    if (!module || this.#session) return;
    this.#session = new module.Session(plan, this.#chat, (names) => {
      this.#closeSession();
      onclose();
      before.focus();
      if (names) {
        this.#chat.send(
          this.#say("session.said", { names: new Intl.ListFormat(this.#chat.lang).format(names) }),
        );
      }
    });
    this.#app.classList.add("exercising");
    this.#log.node.before(this.#session.node);
    this.#session.show();
  }

  #closeSession() {
    this.#session?.node.remove();
    this.#session = null;
    this.#app.classList.remove("exercising");
  }
}

/** Keep light or dark as the page or the system wants it, in the site's colours where it has its own. */
function followScheme(app, theme, palette) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const scheme = ["light", "dark"].includes(theme) ? theme : dark.matches ? "dark" : "light";
    app.dataset.scheme = scheme;
    const colours = Object.entries(palette?.[scheme] ?? {});
    for (const [name, colour] of colours) app.style.setProperty(name, colour);
  };
  dark.addEventListener("change", apply);
  apply();
}

/** Keep the field above the on-screen keyboard. */
function followKeyboard(container) {
  const viewport = window.visualViewport;
  const fit = () => container.style.setProperty("--viewport", `${viewport.height}px`);
  viewport?.addEventListener("resize", fit);
  if (viewport) fit();
}
