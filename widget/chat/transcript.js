// The conversation to take along: as a text file, or on paper.
import { isShown, said } from "./conversation.js";
import { el } from "./dom.js";
import { plain } from "./markdown.js";

/** Return the conversation as text. */
export function transcript(turns, say) {
  const lines = turns.filter(isShown).flatMap((turn) => [
    said(turn) && `${say("you")}: ${said(turn)}`,
    ...(turn.messages ?? []).map((message) => message.text && `${say("assistant")}: ${plain(message.text)}`),
  ]);
  return [say("title"), say.date(new Date()), say("transcript.note"), ...lines].filter(Boolean).join("\n\n");
}

/** Save a text as a file. */
export function download(text, name) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/** Print a text from a window of its own, so that the page around the chat is not printed. */
export function print(text, say, stylesheet) {
  const page = window.open("", "_blank");
  if (!page) return;
  const { document: paper } = page;
  paper.title = say("title");
  paper.documentElement.lang = say("lang");
  paper.documentElement.dir = say("dir");
  const link = el("link", { rel: "stylesheet", href: stylesheet });
  link.addEventListener("load", () => page.print());
  paper.head.append(link);
  paper.body.append(...text.split("\n\n").map((part) => el("p", {}, part)));
}
