"""Offers the nearest topics when a message was not understood, or an answer was not the right one."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.content import knowledge_base
from actions.focus import topic_in_focus
from actions.replies import suggest
from actions.understanding import nearest_items


class ActionSuggestTopics(Action):
    """Serves the fallback: asks "did you mean ...?" with the topics nearest to the message."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_suggest_topics"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Say that the message was not understood, with topics as buttons."""
        items = nearest_items(knowledge_base(), tracker.latest_message)
        suggest(dispatcher, "utter_not_understood", items)
        return []


class ActionSuggestOtherTopics(Action):
    """Serves "that's not what I asked": the next best topics for the question before."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_suggest_other_topics"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Say sorry and offer other topics than the one that was answered."""
        asked = [e["parse_data"] for e in tracker.events if e["event"] == "user" and e.get("text")]
        question = asked[-2] if len(asked) > 1 else {}
        items = nearest_items(knowledge_base(), question, count=4)
        others = [item for item in items if item.id != topic_in_focus(tracker)]
        suggest(dispatcher, "utter_not_what_was_asked", others[:3])
        return []
