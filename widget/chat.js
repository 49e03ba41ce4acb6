// The chat page: sends what is typed to Rasa's REST channel and shows the replies.
// Everything from the server is put into the page as text, never as HTML.

const log = document.querySelector("#log");
const form = document.querySelector("#form");
const field = document.querySelector("#message");
const state = document.querySelector("#status");

const sender = conversationId();
let retry = null;

function conversationId() {
  const kept = sessionStorage.getItem("conversation");
  if (kept) return kept;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  sessionStorage.setItem("conversation", id);
  return id;
}

function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

// Text of an answer: paragraphs, "- " lists and "1. " lists.
function paragraphs(text) {
  return text.split(/\n{2,}/).flatMap((block) => {
    const nodes = [];
    for (const line of block.split("\n")) {
      const item = line.match(/^(-|\d+\.) (.*)$/);
      const list = item && (item[1] === "-" ? "UL" : "OL");
      if (list) {
        if (nodes.at(-1)?.tagName !== list) nodes.push(element(list.toLowerCase()));
        nodes.at(-1).append(element("li", {}, item[2]));
      } else {
        nodes.push(element("p", {}, line));
      }
    }
    return nodes;
  });
}

function sources(card) {
  const list = element("ul");
  for (const source of card.sources) {
    const name = `${source.title} (${source.publisher}${source.year ? `, ${source.year}` : ""})`;
    const title = source.url?.startsWith("https://")
      ? element("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, name)
      : name;
    list.append(element("li", {}, title));
  }
  const checked = card.status === "draft"
    ? `Last checked ${card.reviewed_on}. A clinician has not signed this text yet.`
    : `Checked ${card.reviewed_on}.`;
  return element("details", { className: "sources" },
    element("summary", {}, "Sources"), list, element("p", {}, checked));
}

function contacts(card) {
  const links = card.contacts
    .filter((contact) => /^(tel|sms):[+%\d]+$/.test(contact.link))
    .map((contact) => element("a", { href: contact.link }, `${contact.number} – ${contact.label}`));
  return element("div", { className: "call" }, ...links);
}

function chips(buttons) {
  const nodes = buttons.map((button) => {
    const chip = element("button", { type: "button" }, button.title);
    chip.addEventListener("click", () => send(button.payload, button.title));
    return chip;
  });
  return element("div", { className: "chips" }, ...nodes);
}

// Rasa sends the paragraphs of a text and its card as messages of their own: a card ends a bubble.
function show(messages) {
  let bubble = null;
  for (const { text, buttons, custom: card } of messages) {
    if (text) {
      bubble ??= log.appendChild(element("div", { className: "message" }));
      bubble.append(...paragraphs(text));
    }
    if (buttons?.length) log.append(chips(buttons));
    if (card?.sources) bubble?.append(sources(card));
    if (card?.type === "escalation") {
      bubble?.classList.add("escalation");
      bubble?.append(contacts(card));
    }
    if (card) bubble = null;
  }
  [...log.querySelectorAll(".mine")].at(-1)?.scrollIntoView({ block: "start" });
}

async function send(text, shownAs = text) {
  log.querySelectorAll(".chips").forEach((old) => old.remove());
  log.append(element("div", { className: "message mine" }, shownAs));
  await deliver(text);
}

async function deliver(text) {
  state.textContent = "The assistant is writing …";
  try {
    const response = await fetch("/webhooks/rest/webhook", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sender, message: text }),
      signal: AbortSignal.timeout(20000),
    });
    if (!response.ok) throw new Error(String(response.status));
    show(await response.json());
    state.textContent = "";
  } catch {
    offerRetry(text);
  }
}

function offerRetry(text) {
  retry?.remove();
  retry = element("button", { type: "button" }, "Try again");
  retry.addEventListener("click", () => { retry.remove(); deliver(text); });
  state.replaceChildren("The assistant cannot be reached. In an emergency call 911, 999 or 112. ", retry);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim().replace(/^\/+/, ""); // typed text is never a command
  if (!text) return;
  field.value = "";
  send(text);
});

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

deliver("/greet");
