// Which module shows which payload. A type that is not here is shown as text.
import { answer } from "./answer.js";
import { diary } from "./diary.js";
import { escalation } from "./escalation.js";
import { exercise } from "./exercise.js";
import { exported } from "./export.js";
import { plan } from "./plan.js";
import { question } from "./question.js";
import { suggestions } from "./suggestions.js";
import { markdown } from "../markdown.js";

const CARDS = new Map(Object.entries({
  answer, diary, escalation, exercise, export: exported, plan, question, fallback: suggestions,
}));

/** Return the nodes of a message. A card whose data is broken is shown as text, never as an error. */
export function messageNodes(message, chat) {
  const card = CARDS.get(message.custom?.type);
  try {
    if (card) return [card(message, chat)].flat().filter(Boolean);
  } catch (error) {
    console.warn("sciatica-chat: card shown as text:", message.custom.type, error.message);
  }
  return markdown(message.text || message.custom?.fallback_text);
}
