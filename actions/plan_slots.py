"""The slots that hold the answers to the questions of the plan."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from knowledge import KnowledgeBase

PREFIX = "plan_"
# Whether the last answer could not be read, so that the question is put in other words.
UNREAD = "plan_unread"
BEGUN_ON, MADE_ON = "plan_begun_on", "plan_made_on"


def slot(question: str) -> str:
    """Return the slot of a question's answer."""
    return PREFIX + question


def question_of(slot_name: str | None) -> str | None:
    """Return the id of the question that a slot belongs to, None where it is no such slot."""
    return slot_name.removeprefix(PREFIX) if slot_name and slot_name.startswith(PREFIX) else None


def answers(kb: KnowledgeBase, tracker: Tracker) -> dict[str, Any]:
    """Return the answers given so far by question, None where there is none."""
    return {question.id: tracker.get_slot(slot(question.id)) for question in kb.programme.questions}


def forget(kb: KnowledgeBase) -> list[EventType]:
    """Return the events after which all questions are open."""
    names = [slot(question.id) for question in kb.programme.questions]
    return [SlotSet(name) for name in (*names, UNREAD, MADE_ON)]
