"""The slots that remember what the conversation is about, and for how long."""

import time
from typing import Any, Protocol

from rasa_sdk.events import SlotSet

from knowledge.models import Exercise, Item

TOPIC, EXERCISE, SHOWN, SINCE = "topic", "exercise", "shown_exercises", "focus_since"
# Seconds of silence after which "it" means nothing any more: people come back with something new.
REMEMBERED = 30 * 60


class Slots(Protocol):
    """A tracker, of Rasa or of its SDK."""

    def get_slot(self, key: str) -> Any:
        """Return the value of a slot."""


def topic_in_focus(tracker: Slots) -> str | None:
    """Return the id of the item that was answered last; None where that was long ago."""
    return tracker.get_slot(TOPIC) if _is_fresh(tracker) else None


def exercise_in_focus(tracker: Slots) -> str | None:
    """Return the id of the exercise that was spoken of last; None where that was long ago."""
    return tracker.get_slot(EXERCISE) if _is_fresh(tracker) else None


def shown_exercises(tracker: Slots) -> list[str]:
    """Return the ids of the exercises shown so far, oldest first."""
    return tracker.get_slot(SHOWN) or []


def focus_on(item: Item, tracker: Slots) -> list[dict[str, Any]]:
    """Return the events that make `item` what "it" and "that one" mean from now on."""
    events = [SlotSet(TOPIC, item.id), SlotSet(SINCE, time.time())]
    if isinstance(item, Exercise):
        earlier = [shown for shown in shown_exercises(tracker) if shown != item.id]
        events += [SlotSet(EXERCISE, item.id), SlotSet(SHOWN, [*earlier, item.id])]
    elif not _is_fresh(tracker):
        events.append(SlotSet(EXERCISE))  # else the new time would bring an old exercise back
    return events


def _is_fresh(tracker: Slots) -> bool:
    since = tracker.get_slot(SINCE)
    return since is None or time.time() - since < REMEMBERED
