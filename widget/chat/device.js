// What the timer asks of the device: a screen that stays on, and a voice.

/** Keeps the screen on while somebody exercises, where the browser can. */
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

const synthesis = globalThis.speechSynthesis;

export const canSpeak = Boolean(synthesis && globalThis.SpeechSynthesisUtterance);

/** Read a cue aloud with the browser's own voice; only where the person asked for it. */
export function speak(text, lang) {
  synthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = lang;
  synthesis.speak(utterance);
}

export function silence() {
  synthesis?.cancel();
}
