"""Keeps the pain and activity diary of a conversation, and shows it."""

from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.content import knowledge_base
from actions.my_plan import my_plan
from knowledge import KnowledgeBase
from programme.diary import Entry, diary_payload, diary_text, last_week
from programme.diary_reading import added, noted, read_entry

DIARY = "diary"


def entries(tracker: Tracker) -> list[Entry]:
    """Return the entries of this conversation, in the order they were made."""
    return [Entry.from_point(point) for point in tracker.get_slot(DIARY) or []]


class ActionLogDiary(Action):
    """Notes what a message says of pain and exercises: "my pain is 5 today"."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_log_diary"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Add the entry, say what was noted, and show the diary."""
        kb, today = knowledge_base(), date.today()
        entry = read_entry(kb, tracker.latest_message.get("text") or "", today, _exercises(kb, tracker))
        kept = added(kb, entries(tracker), entry)
        dispatcher.utter_message(
            text=f"{noted(kb, entry)}\n\n{diary_text(kb, kept, today)}",
            json_message=diary_payload(kb, kept, today),
        )
        return [SlotSet(DIARY, [one.as_point() for one in kept])]


class ActionShowDiary(Action):
    """Answers "what did I do last week?" and "how is my pain going?"."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_show_diary"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Show the last week and the trend."""
        kb, today, kept = knowledge_base(), date.today(), entries(tracker)
        said = [diary_text(kb, kept, today)] if kept else []
        dispatcher.utter_message(
            text="\n\n".join([last_week(kb, kept, today), *said]),
            json_message=diary_payload(kb, kept, today),
        )
        return []


def _exercises(kb: KnowledgeBase, tracker: Tracker) -> list[str]:
    """Return the exercises of the plan, where one was made: what "my exercises" are."""
    plan = my_plan(kb, tracker)
    return [chosen.exercise.id for chosen in plan.exercises] if plan else []
