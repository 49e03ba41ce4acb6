// Which module shows which payload. A type that is not here is shown as text; the suggestions of a
// fallback stand below it as replies.
import { el } from "../dom.js";
import { markdown } from "../markdown.js";
import * as escalation from "./escalation.js";
import { sources } from "./parts.js";

/** A topic: its text, and its sources on demand. */
const answer = {
  card: ({ text, custom }, { say, heading }) => [
    custom.title && heading(1, custom.title),
    ...markdown(text),
    sources(custom, say),
  ],
};

// These never wait for the network ...
const CARDS = new Map(Object.entries({ answer, escalation }));
// ... and these are fetched when the first of them is shown.
const LATER = new Map(
  Object.entries({
    diary: () => import("./diary.js"),
    exercise: () => import("./exercise.js"),
    export: () => import("./export.js"),
    plan: () => import("./plan.js"),
    question: () => import("./question.js"),
  }),
);

/** Return the nodes of a message. `onready` is called when a card that was fetched stands. */
export function messageNodes(message, chat, onready) {
  const type = message.custom?.type;
  if (CARDS.has(type)) return nodesOf(CARDS.get(type), message, chat);
  if (!LATER.has(type)) return words(message);
  const place = el("div", { className: "later" });
  LATER.get(type)()
    .then(
      (module) => nodesOf(module, message, chat),
      () => words(message),
    )
    .then((nodes) => {
      place.replaceWith(...nodes);
      onready();
    });
  return [place];
}

/** A card whose data is broken is shown as text, never as an error. */
function nodesOf({ card }, message, chat) {
  try {
    return [card(message, chat)].flat().filter(Boolean);
  } catch (error) {
    console.warn("sciatica-chat: card shown as text:", message.custom.type, error.message);
    return words(message);
  }
}

function words(message) {
  return markdown(message.text || message.custom?.fallback_text);
}
