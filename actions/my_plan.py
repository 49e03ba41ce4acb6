"""The plan that a conversation holds: made anew from its answers, so that only these are kept."""

from datetime import date

from rasa_sdk import Tracker

from actions import plan_slots
from knowledge import KnowledgeBase
from programme.answers import answers_of
from programme.plan import Plan, make_plan


def my_plan(kb: KnowledgeBase, tracker: Tracker) -> Plan | None:
    """Return the plan of this conversation, None where none was made."""
    made_on = tracker.get_slot(plan_slots.MADE_ON)
    if not made_on:
        return None
    return make_plan(kb, answers_of(kb, plan_slots.answers(kb, tracker)), date.fromisoformat(made_on))
