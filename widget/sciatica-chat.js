// The loader: shows the launcher, and fetches the chat only when somebody wants it.
//
// <script type="module" src="https://clinic.example/widget/sciatica-chat.js" data-country="GB"></script>

const here = new URL(".", import.meta.url);
const script = [...document.scripts].find((candidate) => candidate.src === import.meta.url);
// Where the panel covers the whole screen, it is modal.
const small = matchMedia("(max-width: 30em), (max-height: 34em)");

async function launcherWords(language = "en") {
  try {
    return (await import(`./strings.launcher.${language}.js`)).default;
  } catch {
    return (await import("./strings.launcher.en.js")).default;
  }
}

function stylesheet(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(name, here);
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(name));
    };
  });
  return { link, loaded };
}

class SciaticaChat extends HTMLElement {
  #dialog;
  #launcher;
  #label;
  #notice;
  #words;
  #panel;
  #loading;

  async connectedCallback() {
    if (this.shadowRoot) return;
    this.attachShadow({ mode: "open" });
    const { link, loaded } = stylesheet("styles/host.css");
    this.shadowRoot.append(link);
    if (this.hasAttribute("full")) {
      await this.#load(Object.assign(document.createElement("div"), { className: "full" }));
      return;
    }
    this.#words = await launcherWords(this.settings.language);
    this.#build(loaded);
  }

  /** What the page asks for: attributes of the element before those of the script. */
  get settings() {
    return { server: new URL("..", here).href, ...script?.dataset, ...this.dataset };
  }

  get isOpen() {
    return Boolean(this.#dialog?.open);
  }

  async open() {
    this.#launcher.setAttribute("aria-busy", "true");
    try {
      await (this.#loading ??= this.#load(this.#dialog));
    } catch {
      this.#loading = null;
      this.#notice.textContent = this.#words.unavailable;
      return;
    } finally {
      this.#launcher.removeAttribute("aria-busy");
    }
    this.#notice.textContent = "";
    this.#show();
    this.#launcher.setAttribute("aria-expanded", "true");
    this.#panel.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.#dialog.close();
    this.#launcher.setAttribute("aria-expanded", "false");
    this.#launcher.focus();
  }

  #show() {
    if (this.isOpen) return;
    if (small.matches) this.#dialog.showModal();
    else this.#dialog.show();
  }

  #build(styled) {
    const { position = "end", theme = "auto", label } = this.settings;
    this.#launcher = document.createElement("button");
    this.#launcher.type = "button";
    this.#launcher.className = "launcher";
    this.#launcher.setAttribute("aria-expanded", "false");
    this.#launcher.setAttribute("aria-controls", "panel");
    const mark = document.createElement("img");
    mark.src = new URL("mark.svg", here);
    mark.alt = "";
    this.#label = document.createElement("span");
    this.#label.textContent = label || this.#words.open;
    this.#launcher.append(mark, this.#label);
    this.#notice = document.createElement("p");
    this.#notice.className = "notice";
    this.#notice.setAttribute("role", "alert");
    this.#dialog = document.createElement("dialog");
    this.#dialog.id = "panel";
    const corner = document.createElement("div");
    corner.className = "corner";
    corner.hidden = true;
    corner.dir = this.#words.dir;
    corner.dataset.position = position;
    corner.dataset.theme = theme;
    corner.append(this.#notice, this.#launcher, this.#dialog);
    this.shadowRoot.append(corner);
    styled
      .catch(() => {})
      .then(() => {
        corner.hidden = false;
      });

    const warm = () => {
      this.#loading ??= this.#load(this.#dialog);
      this.#loading.catch(() => {
        this.#loading = null;
      });
    };
    this.#launcher.addEventListener("pointerenter", warm, { once: true });
    this.#launcher.addEventListener("focus", warm, { once: true });
    this.#launcher.addEventListener("click", () => (this.isOpen ? this.close() : this.open()));
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    this.#dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) {
        event.preventDefault();
        this.close();
      }
    });
    small.addEventListener("change", () => {
      if (this.isOpen) {
        this.#dialog.close();
        this.#show();
      }
    });
  }

  async #load(container) {
    const { createPanel } = await import("./chat/panel.js");
    this.#panel = await createPanel({ host: this, container, stylesheet });
  }
}

customElements.define("sciatica-chat", SciaticaChat);
if (!document.querySelector("sciatica-chat")) {
  document.body.append(document.createElement("sciatica-chat"));
}
