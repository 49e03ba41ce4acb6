// The guided timer: hold and rest, repetition by repetition. It never starts by itself.
import { Countdown, timerSteps } from "./countdown.js";
import { Awake, canSpeak, silence, speak } from "./device.js";
import { button, el, svg } from "./dom.js";

const RADIUS = 54;
const ROUND = 2 * Math.PI * RADIUS;
const HALFWAY_FROM_SECONDS = 20;

/** Return the words of a step: what to do, and where we are. */
function stepWords(step, say) {
  const what = step.kind === "count" ? say("timer.count", { n: step.reps }) : say(`timer.${step.kind}`);
  const side = step.side && say(`timer.${step.side}`);
  const where = [
    side,
    step.kind === "hold" && step.reps > 1 && say("timer.repetition", step),
    step.sets > 1 && say("timer.round", step),
  ]
    .filter(Boolean)
    .join(", ");
  return { what, where };
}

export class Timer {
  node;
  #chat;
  #countdown;
  #awake = new Awake();
  #speaks = false;
  #halfway = false;
  #view;

  /** @param {Function} ondone called when the last step is over. */
  constructor(timer, chat, ondone = () => {}) {
    this.#chat = chat;
    this.#countdown = new Countdown(timerSteps(timer));
    this.#build();
    const { say } = chat;
    this.#countdown.addEventListener("step", () => {
      this.#halfway = false;
      this.#cue(this.#words);
      this.#render();
    });
    this.#countdown.addEventListener("tick", () => this.#tick());
    this.#countdown.addEventListener("change", () => {
      this.#awake.keep(this.#countdown.running);
      this.#render();
    });
    this.#countdown.addEventListener("done", () => {
      this.#awake.keep(false);
      this.#cue(say("timer.done"));
      this.#render();
      ondone();
    });
    this.#render();
  }

  focus() {
    this.#view.toggle.focus();
  }

  /** End it: no clock, no voice, no lit screen stays behind. */
  stop() {
    this.#countdown.reset();
    silence();
  }

  get #words() {
    const { what, where } = stepWords(this.#countdown.step, this.#chat.say);
    return where ? `${what}: ${where}` : what;
  }

  #cue(words) {
    if (this.#speaks) speak(words, this.#chat.lang);
    else this.#chat.announce(words);
  }

  #tick() {
    const { step, left } = this.#countdown;
    if (
      !this.#halfway &&
      step.seconds >= HALFWAY_FROM_SECONDS &&
      step.kind !== "rest" &&
      left <= step.seconds * 500
    ) {
      this.#halfway = true;
      this.#cue(this.#chat.say("timer.halfway"));
    }
    this.#render();
  }

  #build() {
    const { say } = this.#chat;
    const countdown = this.#countdown;
    const arc = svg("circle", {
      cx: 60,
      cy: 60,
      r: RADIUS,
      class: "arc",
      "stroke-dasharray": ROUND,
      transform: "rotate(-90 60 60)",
    });
    const dial = svg(
      "svg",
      { viewBox: "0 0 120 120", class: "dial", "aria-hidden": "true" },
      svg("circle", { cx: 60, cy: 60, r: RADIUS, class: "track" }),
      arc,
    );
    const time = el("span", {
      className: "time",
      role: "timer",
      "aria-live": "off",
      "aria-label": say("timer.left_time"),
    });
    const what = el("p", { className: "what" });
    const where = el("p", { className: "where" });
    const whole = el("progress", { max: 1, value: 0, "aria-label": say("timer.progress") });
    const toggle = button(
      "",
      () => {
        if (countdown.finished) countdown.reset();
        if (countdown.step.seconds === null && countdown.running) countdown.skip();
        else if (countdown.running) countdown.pause();
        else countdown.start();
      },
      { className: "primary" },
    );
    const skip = button(say("timer.skip"), () => countdown.skip());
    const reset = button(say("timer.reset"), () => {
      countdown.reset();
      this.focus();
    });
    const voice =
      canSpeak &&
      el(
        "label",
        { className: "voice" },
        el("input", {
          type: "checkbox",
          onchange: (event) => {
            this.#speaks = event.target.checked;
            if (!this.#speaks) silence();
          },
        }),
        say("timer.speak"),
      );
    this.#view = { arc, time, what, where, whole, toggle, skip, reset };
    this.node = el(
      "div",
      { className: "timer", role: "group", "aria-label": say("timer") },
      el("div", { className: "clock" }, dial, time),
      el("div", { className: "words" }, what, where),
      whole,
      el("div", { className: "controls" }, toggle, skip, reset),
      voice,
      el("p", { className: "care" }, say("timer.stop")),
    );
  }

  #render() {
    const { say } = this.#chat;
    const { arc, time, what, where, whole, toggle, skip, reset } = this.#view;
    const { step, left, running, started, finished, progress } = this.#countdown;
    const counting = step?.seconds === null;
    const words = finished ? { what: say("timer.done"), where: "" } : stepWords(step, say);
    const seconds = Math.ceil(left / 1000);
    set(
      time,
      finished ? "✓" : counting ? `${step.reps}×` : seconds >= 60 ? clock(seconds) : String(seconds),
    );
    set(what, started && !running && !finished ? say("timer.paused") : words.what);
    set(where, words.where || "\u00a0");
    arc.setAttribute(
      "stroke-dashoffset",
      finished || counting ? 0 : ROUND * (1 - left / (step.seconds * 1000)),
    );
    this.node.dataset.kind = finished ? "done" : step.kind;
    whole.value = progress;
    const next = running ? (counting ? "next" : "pause") : started ? "resume" : "start";
    set(toggle, say(`timer.${finished ? "reset" : next}`));
    skip.disabled = finished || !started;
    reset.hidden = finished || !started;
  }
}

function set(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
