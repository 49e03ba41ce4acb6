// The conversation: turns in order, each sent until it is answered, and kept over a reload.

import { Storage } from "./storage.js";

const RETRY_SECONDS = [2, 4, 8, 15, 30];
const SLOW_MS = 3000;
const RATINGS = { yes: "/found_helpful", no: "/found_unhelpful" };
// Errors that sending again cannot mend.
const FINAL = new Set([400, 404, 405, 413, 415, 422]);

/**
 * Emits `said` (a turn was added), `reply` (it was answered), `rejected` (it cannot be sent),
 * `state` ("idle", "writing", "slow", "offline", "unreachable", "starting", "busy"),
 * `forgotten` (the server no longer knows the session).
 */
export class Conversation extends EventTarget {
  turns = [];
  #transport;
  #storage;
  #busy = false;
  #failures = 0;
  #renewed = false;
  #timer;

  constructor(transport, storage = new Storage()) {
    super();
    this.#transport = transport;
    this.#storage = storage;
    addEventListener("online", () => {
      this.retry();
      this.#finishDeleting();
    });
  }

  get pending() {
    return this.turns.filter((turn) => !turn.messages);
  }

  /** Read what this tab and the server know of the conversation; the server may be out of reach. */
  async restore() {
    const kept = this.#storage.read().turns;
    this.turns = Array.isArray(kept)
      ? kept.filter((turn) => turn?.id && typeof turn.text === "string")
      : [];
    this.#finishDeleting();
    if (!this.#transport.hasSession) return;
    try {
      this.#merge(await this.#transport.history());
    } catch (error) {
      if (error.status === 401) this.#forget();
    }
  }

  /** Say something: `text` is sent, `title` is what a button says. */
  say(text, title) {
    const turn = { id: crypto.randomUUID?.() ?? randomId(), text, title, at: new Date().toISOString() };
    this.turns.push(turn);
    this.#save();
    this.#emit("said", turn);
    this.#flush();
    return turn;
  }

  /** Send what waits, now. */
  retry() {
    clearTimeout(this.#timer);
    this.#flush();
  }

  /** Delete the conversation here and on the server. Return whether the server did. */
  async delete() {
    const { token } = this.#storage.read();
    clearTimeout(this.#timer);
    this.turns = [];
    this.#storage.write({
      turns: [],
      token: undefined,
      deleting: token,
      read: undefined,
      done: undefined,
    });
    this.#emit("state", "idle");
    return this.#finishDeleting();
  }

  async #finishDeleting() {
    const { deleting } = this.#storage.read();
    if (!deleting) return true;
    try {
      await this.#transport.deleteConversation(deleting);
    } catch (error) {
      if (error.status !== 401) return false; // 401: the server knows nothing of it any more
    }
    this.#storage.write({ deleting: undefined });
    return true;
  }

  async #flush() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.pending.length) await this.#deliver(this.pending[0]);
      this.#emit("state", "idle");
    } catch (error) {
      this.#wait(error);
    } finally {
      this.#busy = false;
    }
  }

  async #deliver(turn) {
    this.#emit("state", "writing");
    const slow = setTimeout(() => this.#emit("state", "slow"), SLOW_MS);
    try {
      const { messages } = await this.#transport.send(turn);
      this.#failures = 0;
      this.#renewed = false;
      if (!this.turns.includes(turn)) return; // deleted meanwhile
      turn.messages = messages;
      this.#save();
      this.#emit("reply", turn);
    } catch (error) {
      if (error.status === 401 && !this.#renewed) this.#forget();
      else if (FINAL.has(error.status)) this.#reject(turn, error);
      else throw error;
    } finally {
      clearTimeout(slow);
    }
  }

  #wait(error) {
    if (!this.pending.length) return;
    const states = { 429: "busy", 503: "starting" };
    this.#emit("state", navigator.onLine ? (states[error.status] ?? "unreachable") : "offline");
    const seconds =
      error.retryAfter || RETRY_SECONDS[Math.min(this.#failures++, RETRY_SECONDS.length - 1)];
    this.#timer = setTimeout(() => this.#flush(), seconds * 1000);
  }

  #reject(turn, error) {
    this.turns = this.turns.filter((other) => other !== turn);
    this.#save();
    this.#emit("rejected", { turn, message: error.message });
  }

  #forget() {
    this.#transport.renew();
    this.#renewed = true;
    if (this.turns.some((turn) => turn.messages)) this.#emit("forgotten");
  }

  #merge(theirs) {
    const known = new Set(theirs.map((turn) => turn.id));
    const ours = this.turns.filter((turn) => !known.has(turn.id));
    this.turns = [
      ...ours.filter((turn) => turn.messages),
      ...theirs,
      ...ours.filter((turn) => !turn.messages),
    ];
    this.#save();
  }

  #save() {
    this.#storage.write({ turns: this.turns });
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** Whether a turn is shown in the log: a rating is not. */
export function isShown(turn) {
  return !Object.values(RATINGS).some((rating) => turn.text.startsWith(rating));
}

/** Return what the person said as they saw it: the button's words, never its payload. */
export function said(turn) {
  return turn.title ?? (turn.text.startsWith("/") ? "" : turn.text);
}

/** Return the message that rates an answer. */
export function rating(topic, helpful) {
  return `${RATINGS[helpful]}${JSON.stringify({ topic })}`;
}

function randomId() {
  // randomUUID is missing on pages without TLS
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
