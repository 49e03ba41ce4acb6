// Where an answer comes from and when it was checked, on demand.
import { disclosure, el } from "../dom.js";
import { safeLink } from "../links.js";

/** Return the sources of a card, or null where it names none. */
export function sources({ sources: found, reviewed_on: date, status }, say) {
  if (!found?.length) return null;
  const items = found.map(({ title, publisher, year, url }) => {
    const name = `${title} (${publisher}, ${year ?? say("sources.undated")})`;
    const href = url && safeLink(url);
    return el("li", {}, href ? el("a", { href, rel: "noopener noreferrer", target: "_blank" }, name) : name);
  });
  const checked = date && el("p", {}, say(status === "draft" ? "checked.draft" : "checked.reviewed", { date: say.date(date) }));
  return disclosure(say("sources"), el("ul", {}, ...items), checked);
}
