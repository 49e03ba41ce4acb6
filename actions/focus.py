"""The slots that remember what the conversation is about."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from knowledge.models import Exercise, Item

TOPIC, EXERCISE, SHOWN = "topic", "exercise", "shown_exercises"


def shown_exercises(tracker: Tracker) -> list[str]:
    """Return the ids of the exercises shown so far, oldest first."""
    return tracker.get_slot(SHOWN) or []


def focus_on(item: Item, tracker: Tracker) -> list[dict[str, Any]]:
    """Return the events that make `item` what "it" and "that one" mean from now on."""
    events = [SlotSet(TOPIC, item.id)]
    if isinstance(item, Exercise):
        earlier = [shown for shown in shown_exercises(tracker) if shown != item.id]
        events += [SlotSet(EXERCISE, item.id), SlotSet(SHOWN, [*earlier, item.id])]
    return events
