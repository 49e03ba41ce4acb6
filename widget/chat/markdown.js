// A small part of Markdown, straight to nodes: paragraphs, line breaks, lists, bold, italic, links.
import { el } from "./dom.js";
import { safeLink } from "./links.js";

const INLINE =
  /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*\s][^*]*)\*|\[(?<label>[^\]]+)\]\((?<address>[^)\s]+)\)/g;
const ITEM = /^\s*(?<mark>[-*•]|\d+[.)])\s+(?<rest>.+)$/;

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(from, match.index));
    const { bold, italic, label, address } = match.groups;
    const href = address && safeLink(address);
    if (bold) nodes.push(el("strong", {}, bold));
    else if (italic) nodes.push(el("em", {}, italic));
    else if (href) nodes.push(el("a", { href, rel: "noopener noreferrer", target: "_blank" }, label));
    else nodes.push(match[0]);
    from = match.index + match[0].length;
  }
  return [...nodes, text.slice(from)].filter((node) => node !== "");
}

function block(lines) {
  const nodes = [];
  for (const line of lines) {
    const item = line.match(ITEM)?.groups;
    const tag = item ? (/\d/.test(item.mark) ? "OL" : "UL") : "P";
    let last = nodes.at(-1);
    if (last?.tagName !== tag) nodes.push((last = el(tag.toLowerCase())));
    else if (tag === "P") last.append(el("br"));
    if (item) last.append(el("li", {}, ...inline(item.rest)));
    else last.append(...inline(line));
  }
  return nodes;
}

/** Return the nodes of a text. */
export function markdown(text) {
  return (text ?? "")
    .trim()
    .split(/\n\s*\n/)
    .flatMap((part) => block(part.split("\n").filter(Boolean)));
}

/** Return a text without its marks, as it is read aloud or saved. */
export function plain(text) {
  return (text ?? "")
    .replace(INLINE, (whole, bold, italic, label) => bold ?? italic ?? label ?? whole)
    .replace(/^\s*[-*•]\s+/gm, "")
    .trim();
}
