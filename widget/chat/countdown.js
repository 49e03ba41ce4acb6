// Runs steps by the clock, so that a tab in the background does not fall behind.

const TICK_MS = 200;

/** Emits `step` (a step begins), `tick` (time passes), `change` (started, paused, reset) and `done`. */
export class Countdown extends EventTarget {
  #steps;
  #index = 0;
  #left; // milliseconds of the current step
  #since = null; // when it was last taken up, null while paused
  #interval;

  constructor(steps) {
    super();
    this.#steps = steps;
    this.#left = this.#length;
  }

  get step() {
    return this.#steps[this.#index] ?? null;
  }

  get running() {
    return this.#since !== null;
  }

  get started() {
    return this.#index > 0 || this.running || this.#left < this.#length;
  }

  get finished() {
    return this.#index >= this.#steps.length;
  }

  /** Milliseconds left of the current step. */
  get left() {
    return this.running ? Math.max(0, this.#left - (performance.now() - this.#since)) : this.#left;
  }

  /** The part of the whole that is behind us, 0 to 1. */
  get progress() {
    return this.#index / this.#steps.length;
  }

  start() {
    if (this.running || this.finished) return;
    const first = !this.started;
    this.#since = performance.now();
    this.#interval = setInterval(() => this.#tick(), TICK_MS);
    this.#emit("change");
    if (first) this.#emit("step");
  }

  pause() {
    if (!this.running) return;
    this.#left = this.left;
    this.#stop();
    this.#emit("change");
  }

  skip() {
    if (!this.finished) this.#next();
  }

  reset() {
    this.#stop();
    this.#index = 0;
    this.#left = this.#length;
    this.#emit("change");
  }

  get #length() {
    return (this.step?.seconds ?? 0) * 1000;
  }

  #tick() {
    if (this.step.seconds !== null && this.left <= 0) this.#next();
    else this.#emit("tick");
  }

  #next() {
    this.#index += 1;
    this.#left = this.#length;
    if (this.finished) {
      this.#stop();
      this.#emit("done");
      return;
    }
    if (this.running) this.#since = performance.now();
    this.#emit("step");
  }

  #stop() {
    clearInterval(this.#interval);
    this.#since = null;
  }

  #emit(type) {
    this.dispatchEvent(new Event(type));
  }
}
