"""What the safety policy and its responses read from Rasa's tracker."""

import re
from typing import Any

from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from actions.understanding import asked_labels, sub_intent
from assistant.safety.steps import LISTEN
from knowledge.languages import Danger

ENTITY = "warning_sign"
# The key of a parsed message that is not in English, and what such a message is understood as.
LANGUAGE, LANGUAGE_LABEL = "language", "out_of_scope/language"
# What a client sends for a button: "/intent{...}". Text behind it was typed.
_PAYLOAD = re.compile(r"^\s*/[\w/]+(@[\d.]+)?\s*(\{[^{}]*\})?")


def typed_text(message: UserUttered) -> str:
    """Return what the person typed: the text without the payload of a button."""
    return _PAYLOAD.sub("", message.text or "")


def was_understood(message: UserUttered) -> bool:
    """Whether the NLU pipeline read this message, its warning screen included."""
    return "response_selector" in (message.parse_data or {})


def entity(message: UserUttered, name: str) -> Any:
    """Return the value of the first entity with this name."""
    return next((e["value"] for e in message.entities or [] if e["entity"] == name), None)


def language(message: UserUttered | None) -> tuple[str | None, Danger | None]:
    """Return the language of a message that is not in English, and the emergency it names in it."""
    found = ((message and message.parse_data) or {}).get(LANGUAGE) or {}
    return found.get("language"), found.get("danger")


def asked_topics(message: UserUttered) -> tuple[str, ...]:
    """Return the ids of the items that a message asks for: a button's, else what was understood.

    A question about the exercise in focus, beside others, counts as the id of an exercise.
    """
    parsed = message.parse_data or {}
    chosen = entity(message, "topic")
    if chosen:
        return (chosen,)
    parts = [label.partition("/") for label in asked_labels(parsed)]
    ids = {"faq": "", "exercise_detail": "ex-"}
    several = [ids[intent] + key for intent, _, key in parts if intent in ids]
    understood = sub_intent(parsed, "faq")
    return tuple(several) or ((understood,) if understood else ())


def turns(tracker: DialogueStateTracker) -> list[list[str]]:
    """Return the actions of each turn, oldest first, without listening; the last turn is the current."""
    found: list[list[str]] = [[]]
    for event in tracker.applied_events():
        if isinstance(event, UserUttered):
            found.append([])
        elif isinstance(event, ActionExecuted) and event.action_name != LISTEN:
            found[-1].append(event.action_name)
    return found
