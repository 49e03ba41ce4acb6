"""Reads the answers to the questions of the plan (Rasa's form `plan_form`)."""

from datetime import date
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.types import DomainDict

from actions import plan_slots
from actions.content import knowledge_base
from actions.understanding import entity, leads_away
from knowledge import KnowledgeBase, site
from knowledge.asking import asks
from knowledge.programme import Question
from programme import reading
from programme.answers import SAFETY
from programme.reading import Unclear


class ValidatePlanForm(FormValidationAction):
    """Takes an answer as a button's title or as free text; follows "back", "skip" and "why?"."""

    def name(self) -> str:
        """Return the name that Rasa derives from the form's."""
        return "validate_plan_form"

    async def required_slots(
        self,
        domain_slots: list[str],
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: DomainDict,
    ) -> list[str]:
        """Return the questions in order; none after a sign, and none where the site wants no plan."""
        if not site.settings().guided_plan:
            return []
        if tracker.get_slot(plan_slots.slot(SAFETY)) in ("yes", "unsure"):
            return [plan_slots.slot(SAFETY)]
        return [plan_slots.slot(question.id) for question in knowledge_base().programme.questions]

    async def get_extraction_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Return the slots that the message fills; none where it is about something else."""
        kb = knowledge_base()
        asked = plan_slots.question_of(tracker.get_slot("requested_slot"))
        if asked is None:
            return []
        question = kb.programme.question(asked)
        intent = tracker.latest_message["intent"].get("name")
        if intent == "ask_why":
            dispatcher.utter_message(text=question.why)
            return _still_open(question, unread=False)
        return _answered(kb, tracker, question)

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Return the slots as they were read: nothing is read that is not valid."""
        return [SlotSet(name, value) for name, value in tracker.slots_to_validate().items()]


def _answered(kb: KnowledgeBase, tracker: Tracker, question: Question) -> list[EventType]:
    message = tracker.latest_message
    intent, said = message["intent"].get("name"), entity(message, "answer") or message.get("text") or ""
    if question.default is not None and reading.wants_plan_now(kb, said):
        optional = [q for q in kb.programme.questions if q.default is not None]
        still_open = [q for q in optional if tracker.get_slot(plan_slots.slot(q.id)) is None]
        return [SlotSet(plan_slots.slot(q.id), q.default) for q in still_open]
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
    return _still_open(question, unread=intent not in ("affirm", "request_plan"))


def _still_open(question: Question, unread: bool) -> list[EventType]:
    return [SlotSet(plan_slots.slot(question.id), None), SlotSet(plan_slots.UNREAD, unread)]


def _skipped(kb: KnowledgeBase, said: str, question: Question) -> list[EventType]:
    """Take the default; a question without one stays open."""
    if question.default is None:
        return _still_open(question, unread=True)
    return [SlotSet(plan_slots.slot(question.id), question.default), SlotSet(plan_slots.UNREAD)]


def _back(kb: KnowledgeBase, said: str, question: Question) -> list[EventType]:
    """Open the question before; at the first one, ask it again."""
    number = kb.programme.questions.index(question)
    before = kb.programme.questions[max(0, number - 1)]
    return [*_still_open(question, unread=False), *_still_open(before, unread=False)]


def _changed(kb: KnowledgeBase, said: str, question: Question) -> list[EventType]:
    """Take "actually make that 4" as the answer to the last question that it answers; else go back."""
    number = kb.programme.questions.index(question)
    for earlier in reversed(kb.programme.questions[:number]):
        value: Any = reading.read(kb, earlier.id, said, date.today())
        if not isinstance(value, Unclear):
            return [SlotSet(plan_slots.slot(earlier.id), value), *_still_open(question, unread=False)]
    return _back(kb, said, question)


_MOVES = {"go_back": _back, "change_answer": _changed, "skip_question": _skipped}
