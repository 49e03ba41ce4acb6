"""Reads from Rasa's parse of a message which item of the knowledge base it is about. Pure functions.

A message is `tracker.latest_message`: the parse that Rasa's NLU pipeline made.
"""

from typing import Any

from knowledge import KnowledgeBase
from knowledge.models import Exercise, Item, Stage

Message = dict[str, Any]
# Confidences are calibrated so that what is understood lies above one half; this is a near miss.
LIKELY = 0.3
# Intents whose message may answer a form's question: numbers and places are read as these.
_ANSWERING = {
    None, "nlu_fallback", "give_answer", "affirm", "deny", "log_pain", "log_exercises", "request_plan",
    "change_answer", "skip_question", "inform_country", "report_warning_sign",
}  # fmt: skip
_NAMED_KINDS = {"exercise": Exercise, "stage": Stage}


def sub_intent(message: Message, intent: str) -> str | None:
    """Return what follows the slash of a retrieval intent: 'why-pt' of 'faq/why-pt'."""
    prediction = message.get("response_selector", {}).get(intent, {}).get("response", {})
    key = prediction.get("intent_response_key")
    return key.partition("/")[2] if key else None


def entity(message: Message, name: str) -> str | None:
    """Return the value of the first entity with this name."""
    values = (e["value"] for e in message.get("entities", []) if e["entity"] == name)
    return next(values, None)


def named_item(kb: KnowledgeBase, message: Message) -> Item | None:
    """Return the exercise or stage that the message calls by its name."""
    for kind in _NAMED_KINDS:
        item = kb.item(entity(message, kind))
        if item:
            return item
    return None


def asked_item(kb: KnowledgeBase, message: Message) -> Item | None:
    """Return the item a question is about: a button's topic first, then what was understood.

    A name in the message decides between items of one kind, because two exercises or two stages are
    asked for in almost the same words.
    """
    chosen = kb.item(entity(message, "topic"))
    if chosen:
        return chosen
    understood = kb.item(sub_intent(message, "faq"))
    for kind, model in _NAMED_KINDS.items():
        named = kb.item(entity(message, kind))
        if named and isinstance(understood, model):
            return named
    return understood


def asked_labels(message: Message) -> list[str]:
    """Return the labels of the questions in a message that holds several ("faq/why-pt"), in order."""
    return message.get("questions") or []


def nearest_items(kb: KnowledgeBase, message: Message, count: int = 3) -> list[Item]:
    """Return the items that come nearest to a message, the one it names first."""
    ranking = message.get("response_selector", {}).get("faq", {}).get("ranking", [])
    ranked = (kb.item(entry["intent_response_key"].partition("/")[2]) for entry in ranking)
    found = {item.id: item for item in (named_item(kb, message), *ranked) if item}
    return list(found.values())[:count]


def likely_item(kb: KnowledgeBase, message: Message) -> Item | None:
    """Return the item that most likely answers a message, whatever its intent; None if unlikely."""
    ranking = message.get("response_selector", {}).get("faq", {}).get("ranking", [])
    if not ranking or ranking[0]["confidence"] < LIKELY:
        return None
    return kb.item(ranking[0]["intent_response_key"].partition("/")[2])


def leads_away(message: Message) -> bool:
    """Whether a message is about something else than the open question of a form."""
    return message["intent"].get("name") not in _ANSWERING
