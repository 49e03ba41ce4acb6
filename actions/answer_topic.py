"""Answers a question of the knowledge base: a topic, an exercise or a stage."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.content import knowledge_base
from actions.exercise_detail import say_detail
from actions.focus import focus_on, topic_in_focus
from actions.replies import say_item, say_longer, suggest
from actions.understanding import asked_item, asked_labels, nearest_items
from knowledge.models import Topic
from programme.readiness import way_back


class ActionAnswerTopic(Action):
    """Serves the retrieval intent `faq` and all buttons that ask for an item."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_answer_topic"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Say the answer, the longer one to who asks twice; where it is gone, offer what is near."""
        kb = knowledge_base()
        labels = asked_labels(tracker.latest_message)
        if labels:
            return self._answer_all(dispatcher, tracker, labels)
        item = asked_item(kb, tracker.latest_message)
        if item is None:
            suggest(dispatcher, "utter_not_understood", nearest_items(kb, tracker.latest_message))
            return []
        say = say_longer if item.id == topic_in_focus(tracker) else say_item
        say(dispatcher, kb, item)
        by_activity = isinstance(item, Topic) and item.by_activity
        if by_activity and (how := way_back(kb, tracker.latest_message.get("text") or "")):
            dispatcher.utter_message(text=how)
        return focus_on(item, tracker)

    def _answer_all(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, labels: list[str]
    ) -> list[dict[str, Any]]:
        """Answer several questions in the order they were asked; the last item is what "it" means."""
        kb = knowledge_base()
        events: list[dict[str, Any]] = []
        for label in labels:
            intent, _, key = label.partition("/")
            if intent == "out_of_scope":
                dispatcher.utter_message(response=f"utter_{label}")
            elif intent == "exercise_detail":
                events = say_detail(dispatcher, kb, tracker, key) or events
            elif item := kb.item(key):
                say_item(dispatcher, kb, item)
                events = focus_on(item, tracker)
        return events
