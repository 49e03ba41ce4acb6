// What a timer does, step by step, from the dose of an exercise; and the clock that runs the steps.

const TICK_MS = 200;
const READY_SECONDS = 5;
const SWITCH_SECONDS = 8;

const whole = (value) => Math.min(Math.max(Math.round(Number(value) || 0), 0), 3600);

/**
 * Return the steps of a timer: [{kind, seconds, rep, reps, set, sets, side}].
 *
 * `kind` is "ready", "hold", "rest", "switch", "move" (keep going for minutes) or "count" (as many
 * times as `reps` says, at one's own pace: `seconds` is null and the person says when it is done).
 *
 * @param {object} timer hold_seconds, rest_seconds, repetitions, sets, sides; or minutes.
 */
export function timerSteps(timer) {
  const { minutes } = timer;
  const ready = { kind: "ready", seconds: READY_SECONDS };
  if (minutes) return [ready, { kind: "move", seconds: whole(minutes * 60) }];
  const hold = whole(timer.hold_seconds);
  const rest = whole(timer.rest_seconds);
  const reps = Math.min(whole(timer.repetitions) || 1, 100);
  const sets = Math.min(whole(timer.sets) || 1, 20);
  const sides = timer.sides?.length ? timer.sides : [null];
  const steps = [ready];
  for (let set = 1; set <= sets; set += 1) {
    for (const side of sides) {
      const at = { set, sets, side, reps };
      if (steps.length > 1) {
        const changes = side !== null && sides.length > 1;
        steps.push({
          ...at,
          kind: changes ? "switch" : "rest",
          seconds: Math.max(rest, changes ? SWITCH_SECONDS : 1),
        });
      }
      if (!hold) {
        steps.push({ ...at, kind: "count", seconds: null });
        continue;
      }
      for (let rep = 1; rep <= reps; rep += 1) {
        if (rep > 1 && rest) steps.push({ ...at, kind: "rest", seconds: rest, rep });
        steps.push({ ...at, kind: "hold", seconds: hold, rep });
      }
    }
  }
  return steps;
}

/**
 * Runs steps by the clock, so that a tab in the background does not fall behind.
 * Emits `step` (a step begins), `tick` (time passes), `change` (started, paused, reset) and `done`.
 */
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
