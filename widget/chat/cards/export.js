// Files to take along, by links that expire.
import { el, icon } from "../dom.js";
import { serverLink } from "../links.js";
import { markdown } from "../markdown.js";

export function card({ text, custom: { files } }, { say, server }) {
  const items = (files ?? []).map(({ title, href, expires_at: until }) => {
    const link = serverLink(href, server);
    if (!link) return null;
    const time = until && say.date(until, { dateStyle: "medium", timeStyle: "short" });
    return el(
      "li",
      {},
      el("a", { href: link, target: "_blank", rel: "noopener", className: "file" }, icon("file"), title),
      time && el("small", {}, say("export.until", { time })),
    );
  });
  return [
    ...markdown(text),
    el("ul", { className: "files", "aria-label": say("export") }, ...items.filter(Boolean)),
  ];
}
