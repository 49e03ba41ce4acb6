// Which addresses may become links, and numbers as links that a thumb can hit. The rest stays text.
import { el, icon } from "./dom.js";

const SAFE = new Set(["https:", "tel:", "mailto:"]);
const DIAL = /^(tel|sms):[+*#%\d]+$/;

/** Return the address if a text may link to it, else null. */
export function safeLink(address) {
  try {
    const url = new URL(address);
    return SAFE.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Return the address of something on the server itself, else null. */
export function serverLink(path, server) {
  try {
    const url = new URL(path, server);
    return /^https?:$/.test(url.protocol) && url.origin === new URL(server).origin ? url.href : null;
  } catch {
    return null;
  }
}

/** Return the address to call a number that people wrote with spaces. */
export function telephone(phone) {
  return `tel:${phone.replace(/[^+\d]/g, "")}`;
}

/** Return links for contacts ({number, label, link}); those that are no numbers are left out. */
export function contactLinks(contacts, say, className = "") {
  const links = contacts
    .filter(({ link }) => DIAL.test(link))
    .map(({ number, label, link }) => {
      const kind = link.startsWith("sms:") ? "text" : "call";
      return el(
        "a",
        { href: link, className: "contact" },
        icon(kind),
        el("span", {}, className === "short" ? String(number) : say(kind, { number })),
        label && el("small", {}, ` ${label}`),
      );
    });
  return el("div", { className: `contacts ${className}` }, ...links);
}
