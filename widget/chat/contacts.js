// Numbers to call or to text, as links that a thumb can hit.
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { dialLink } from "./links.js";

/** Return links for contacts ({number, label, link}); those that are no numbers are left out. */
export function contactLinks(contacts, say, className = "") {
  const links = contacts
    .filter(({ link }) => dialLink(link))
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
