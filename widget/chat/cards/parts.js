// Parts that several cards show: picture, stop rules, sources.
import { disclosure, el, list } from "../dom.js";
import { safeLink, serverLink } from "../links.js";

/** Return the picture of an exercise ({src, alt}), from the server only, or null. */
export function picture(illustration, { server }) {
  const src = illustration?.src && serverLink(illustration.src, server);
  if (!src) return null;
  return el("img", {
    src,
    alt: illustration.alt ?? "",
    className: "picture",
    loading: "lazy",
    decoding: "async",
  });
}

/** Return the box of stop rules, always in view, or null. */
export function stopBox(stopIf, { say, heading }) {
  return stopIf?.length
    ? el("div", { className: "stop" }, heading(2, say("exercise.stop")), list(stopIf))
    : null;
}

/** Return where a card comes from and when it was checked, on demand, or null where it names none. */
export function sources({ sources: found, reviewed_on: date, status }, say) {
  if (!found?.length) return null;
  const items = found.map(({ title, publisher, year, url }) => {
    const name = `${title} (${publisher}, ${year ?? say("sources.undated")})`;
    const href = url && safeLink(url);
    return el(
      "li",
      {},
      href ? el("a", { href, rel: "noopener noreferrer", target: "_blank" }, name) : name,
    );
  });
  const checked =
    date &&
    el(
      "p",
      {},
      say(status === "draft" ? "checked.draft" : "checked.reviewed", { date: say.date(date) }),
    );
  return disclosure(say("sources"), el("ul", {}, ...items), checked);
}
