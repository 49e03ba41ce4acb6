"""What the safety policy and its responses read from Rasa's tracker."""

import re
from typing import Any

from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

ENTITY = "warning_sign"
# What a client sends for a button: "/intent{...}". Text behind it was typed.
_PAYLOAD = re.compile(r"^\s*/[\w/]+(@[\d.]+)?\s*(\{[^{}]*\})?")
LISTEN = "action_listen"


def typed_text(message: UserUttered) -> str:
    """Return what the person typed: the text without the payload of a button."""
    return _PAYLOAD.sub("", message.text or "")


def was_understood(message: UserUttered) -> bool:
    """Whether the NLU pipeline read this message, its warning screen included."""
    return "response_selector" in (message.parse_data or {})


def entity(message: UserUttered, name: str) -> Any:
    """Return the value of the first entity with this name."""
    return next((e["value"] for e in message.entities or [] if e["entity"] == name), None)


def asked_topic(message: UserUttered) -> str | None:
    """Return the id of the item that a message asks for: a button's, else what was understood."""
    chosen = entity(message, "topic")
    if chosen:
        return chosen
    selected = (message.parse_data or {}).get("response_selector", {}).get("faq", {}).get("response", {})
    return selected.get("intent_response_key", "").partition("/")[2] or None


def actions_since_message(tracker: DialogueStateTracker) -> list[str]:
    """Return the actions run since the last message, oldest first, without listening."""
    done: list[str] = []
    for event in reversed(tracker.applied_events()):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, ActionExecuted) and event.action_name != LISTEN:
            done.insert(0, event.action_name)
    return done


def actions_before_message(tracker: DialogueStateTracker) -> list[str]:
    """Return the actions of the turn before the last message."""
    turns: list[list[str]] = [[]]
    for event in tracker.applied_events():
        if isinstance(event, UserUttered):
            turns.append([])
        elif isinstance(event, ActionExecuted) and event.action_name != LISTEN:
            turns[-1].append(event.action_name)
    return turns[-2] if len(turns) > 1 else []
