// What is read aloud of a reply: a warning at once, the rest politely, each turn once.
import { plain } from "./markdown.js";
import { repliesOf } from "./replies.js";

const isWarning = (message) => message.custom?.type === "escalation";

/** Return { assertive, polite } for an answered turn; either may be empty. */
export function spoken(turn, say) {
  const warnings = turn.messages
    .filter(isWarning)
    .map(({ text, custom }) =>
      [
        say(`escalation.${custom.level}`),
        plain(text),
        ...(custom.contacts ?? []).map(({ label, number }) => `${label}: ${number}.`),
      ].join("\n"),
    );
  const others = turn.messages
    .filter((message) => !isWarning(message))
    .map(({ text, custom }) => plain(text ?? custom?.fallback_text));
  const n = repliesOf(turn).length;
  if (n && !warnings.length) others.push(say("replies.announced", { n }));
  return { assertive: warnings.join("\n"), polite: others.filter(Boolean).join("\n") };
}
