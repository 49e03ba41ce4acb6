"""Keeps whether an answer helped, with its topic."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.content import knowledge_base
from actions.focus import topic_in_focus
from actions.replies import suggest
from actions.understanding import entity

FEEDBACK = "feedback"
HELPFUL = "found_helpful"


class ActionRecordFeedback(Action):
    """Serves `found_helpful` and `found_unhelpful`, as words or as a button with its topic."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_record_feedback"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Note it and thank; where the answer did not help, offer what belongs to it."""
        kb = knowledge_base()
        item = kb.item(entity(tracker.latest_message, "topic") or topic_in_focus(tracker))
        helped = tracker.latest_message["intent"]["name"] == HELPFUL
        if helped or item is None:
            dispatcher.utter_message(response="utter_found_helpful" if helped else "utter_rephrase")
        else:
            suggest(dispatcher, "utter_found_unhelpful", kb.related(item))
        kept = tracker.get_slot(FEEDBACK) or []
        return [SlotSet(FEEDBACK, [*kept, {"topic": item and item.id, "helpful": helped}])]
