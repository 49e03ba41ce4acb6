// Keeps the screen on while somebody exercises, where the browser can.

export class Awake {
  #lock = null;
  #wanted = false;

  constructor() {
    document.addEventListener("visibilitychange", () => {
      if (this.#wanted) this.keep(true);
    });
  }

  async keep(on) {
    this.#wanted = on;
    if (!on) {
      this.#lock?.release();
      this.#lock = null;
      return;
    }
    try {
      if (document.visibilityState === "visible")
        this.#lock = await navigator.wakeLock?.request("screen");
      if (!this.#wanted) this.keep(false);
    } catch {
      /* not allowed here: the screen sleeps as usual */
    }
  }
}
