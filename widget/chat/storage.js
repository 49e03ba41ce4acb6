// What this tab remembers, in session storage: gone when the tab is closed.
// Where storage is blocked, it lasts as long as the page.

const KEY = "sciatica-chat";

/** Keep a record under a name of its own, `read` and `write` it whole. */
export class Storage {
  #memory = {};

  read() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
    } catch {
      return this.#memory;
    }
  }

  /** Change some keys; a key with the value undefined is dropped. */
  write(changes) {
    this.#memory = JSON.parse(JSON.stringify({ ...this.read(), ...changes }));
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.#memory));
    } catch {
      /* full or blocked: the memory above serves */
    }
  }
}
