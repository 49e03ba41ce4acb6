// The loader: shows the launcher, and fetches the chat only when somebody wants it.
//
// <script type="module" src="https://clinic.example/widget/sciatica-chat.js" data-country="GB"></script>

import { mark } from "./mark.js";

const here = new URL(".", import.meta.url);
const script = [...document.scripts].find((candidate) => candidate.src === import.meta.url);
// Where the panel covers the whole screen, it is modal.
const small = matchMedia("(max-width: 30em), (max-height: 34em)");

const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

async function launcherWords(language = "en") {
  try {
    return (await import(`./strings.launcher.${language}.js`)).default;
  } catch {
    return (await import("./strings.launcher.en.js")).default;
  }
}

/** Return the colours that go with the site's own, where it names one. */
async function ownColours(accent) {
  try {
    return accent && (await import("./accent.js")).palette(accent);
  } catch {
    return undefined; // not fetched: the chat has its own
  }
}

function stylesheet(name) {
  const link = make("link", { rel: "stylesheet", href: new URL(name, here) });
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  return { link, loaded };
}

class SciaticaChat extends HTMLElement {
  #dialog = make("dialog", { id: "panel" });
  #launcher = make("button", { type: "button", className: "launcher" });
  #notice = make("p", { className: "notice", role: "alert" });
  #words;
  #panel;
  #loading;

  async connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    const { link, loaded } = stylesheet("styles/host.css");
    root.append(link);
    const { language, accent } = this.settings;
    [this.#words, this.palette] = await Promise.all([launcherWords(language), ownColours(accent)]);
    if (this.hasAttribute("full")) {
      root.append(this.#notice);
      await this.#ready(this.#painted(make("div", { className: "full" })));
      return;
    }
    await loaded.catch(() => {});
    root.append(this.#corner());
  }

  /** What the page asks for: attributes of the element before those of the script. */
  get settings() {
    return { server: new URL("..", here).href, ...script?.dataset, ...this.dataset };
  }

  get isOpen() {
    return this.#dialog.open;
  }

  async open() {
    this.#launcher.ariaBusy = "true";
    const ready = await this.#ready(this.#dialog);
    this.#launcher.ariaBusy = null;
    if (!ready) return;
    this.#show();
    this.#launcher.ariaExpanded = "true";
    this.#panel.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.#dialog.close();
    this.#launcher.ariaExpanded = "false";
    this.#launcher.focus();
  }

  #show() {
    if (this.isOpen) return;
    if (small.matches) this.#dialog.showModal();
    else this.#dialog.show();
  }

  #corner() {
    const { position, label } = this.settings;
    this.#launcher.ariaExpanded = "false";
    this.#launcher.setAttribute("aria-controls", "panel");
    this.#launcher.append(mark(), label || this.#words.open);
    const corner = this.#painted(
      make("div", { className: `corner ${position}`, dir: this.#words.dir }),
    );
    corner.append(this.#notice, this.#launcher, this.#dialog);

    const fetchAhead = () => this.#load(this.#dialog).catch(() => {});
    this.#launcher.onpointerenter = fetchAhead;
    this.#launcher.onfocus = fetchAhead;
    this.#launcher.onclick = () => (this.isOpen ? this.close() : this.open());
    this.#dialog.oncancel = (event) => {
      event.preventDefault();
      this.close();
    };
    this.#dialog.onkeydown = (event) => {
      if (event.key === "Escape") this.#dialog.oncancel(event);
    };
    small.onchange = () => {
      if (!this.isOpen) return;
      this.#dialog.close();
      this.#show();
    };
    return corner;
  }

  /** Give launcher and mark the site's colour. */
  #painted(node) {
    const { light } = this.palette ?? {};
    if (light) {
      node.style.setProperty("--brand", light["--accent"]);
      node.style.setProperty("--brand-strong", light["--accent-strong"]);
    }
    return node;
  }

  /** Fetch the chat if need be; where that fails, say what to do. */
  async #ready(container) {
    try {
      await this.#load(container);
      this.#notice.textContent = "";
      return true;
    } catch {
      this.#notice.textContent = this.#words.unavailable;
      return false;
    }
  }

  async #load(container) {
    this.#loading ??= import("./chat/panel.js").then(({ createPanel }) =>
      createPanel({ host: this, container, stylesheet }),
    );
    try {
      this.#panel = await this.#loading;
    } catch (error) {
      this.#loading = null;
      throw error;
    }
  }
}

customElements.define("sciatica-chat", SciaticaChat);
if (!document.querySelector("sciatica-chat")) {
  document.body.append(document.createElement("sciatica-chat"));
}
