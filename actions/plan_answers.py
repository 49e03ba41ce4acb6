"""What a message means to the open question of the plan: an answer, "back", "skip", or neither."""

from datetime import date
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import plan_slots
from actions.understanding import entity, leads_away
from knowledge import KnowledgeBase
from knowledge.asking import asks
from knowledge.programme import Question
from programme import reading
from programme.reading import Unclear


def answered(kb: KnowledgeBase, tracker: Tracker, question: Question) -> list[EventType]:
    """Return the slots that a message fills while `question` is open; none where it leads away."""
    message = tracker.latest_message
    intent, said = message["intent"].get("name"), entity(message, "answer") or message.get("text") or ""
    if question.default is not None and reading.wants_plan_now(kb, said):
        optional = [q for q in kb.programme.questions if q.default is not None]
        left = [q for q in optional if tracker.get_slot(plan_slots.slot(q.id)) is None]
        return [SlotSet(plan_slots.slot(q.id), q.default) for q in left]
    away = leads_away(message)
    # People answer in words that are topics as well ("sitting mostly"); who asks wants an answer first.
    if away and (asks(kb.vocabulary.openings, said) or intent == "cancel"):
        return []
    value = reading.read(kb, question.id, said, date.today())
    if not isinstance(value, Unclear):
        return [SlotSet(plan_slots.slot(question.id), value), SlotSet(plan_slots.UNREAD)]
    if intent in _MOVES:
        return _MOVES[intent](kb, said, question)
    if away:
        return []
    return still_open(question, unread=intent not in ("affirm", "request_plan"))


def still_open(question: Question, unread: bool) -> list[EventType]:
    """Return the events after which a question is asked again; `unread` asks in other words."""
    return [SlotSet(plan_slots.slot(question.id), None), SlotSet(plan_slots.UNREAD, unread)]


def _skipped(kb: KnowledgeBase, said: str, question: Question) -> list[EventType]:
    """Take the default; a question without one stays open."""
    if question.default is None:
        return still_open(question, unread=True)
    return [SlotSet(plan_slots.slot(question.id), question.default), SlotSet(plan_slots.UNREAD)]


def _back(kb: KnowledgeBase, said: str, question: Question) -> list[EventType]:
    """Open the question before; at the first one, ask it again."""
    number = kb.programme.questions.index(question)
    before = kb.programme.questions[max(0, number - 1)]
    return [*still_open(question, unread=False), *still_open(before, unread=False)]


def _changed(kb: KnowledgeBase, said: str, question: Question) -> list[EventType]:
    """Take "actually make that 4" as the answer to the last question that it answers; else go back."""
    number = kb.programme.questions.index(question)
    for earlier in reversed(kb.programme.questions[:number]):
        value: Any = reading.read(kb, earlier.id, said, date.today())
        if not isinstance(value, Unclear):
            return [SlotSet(plan_slots.slot(earlier.id), value), *still_open(question, unread=False)]
    return _back(kb, said, question)


_MOVES = {"go_back": _back, "change_answer": _changed, "skip_question": _skipped}
