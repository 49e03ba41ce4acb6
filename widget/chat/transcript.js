// The conversation to take along: as a text file, or on paper.
import { isShown, said } from "./conversation.js";
import { el } from "./dom.js";
import { plain } from "./markdown.js";

/** Return the conversation as text. */
function transcript(turns, say) {
  const lines = turns
    .filter(isShown)
    .flatMap((turn) => [
      said(turn) && `${say("you")}: ${said(turn)}`,
      ...(turn.messages ?? []).map(
        (message) => message.text && `${say("assistant")}: ${plain(message.text)}`,
      ),
    ]);
  return [say("title"), say.date(new Date()), say("transcript.note"), ...lines]
    .filter(Boolean)
    .join("\n\n");
}

/** Save the conversation as a file. */
export function download(turns, say) {
  const href = URL.createObjectURL(new Blob([transcript(turns, say)], { type: "text/plain" }));
  el("a", { href, download: say("transcript.name") }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/** Print the conversation from a window of its own, so that the page around the chat is not printed. */
export function print(turns, say, widget) {
  const page = window.open("", "_blank");
  if (!page) return;
  const { document: paper } = page;
  paper.title = say("title");
  paper.documentElement.lang = say("lang");
  paper.documentElement.dir = say("dir");
  const link = el("link", { rel: "stylesheet", href: new URL("styles/print.css", widget).href });
  link.addEventListener("load", () => page.print());
  paper.head.append(link);
  paper.body.append(
    ...transcript(turns, say)
      .split("\n\n")
      .map((part) => el("p", {}, part)),
  );
}
