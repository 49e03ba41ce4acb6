"""Says the last answer again, in its longer form."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.content import knowledge_base
from actions.focus import topic_in_focus
from actions.replies import say_longer


class ActionRepeatAnswer(Action):
    """Serves "tell me more" and "say that again"."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_repeat_answer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Say the item in focus again; without one, say what can be asked."""
        kb = knowledge_base()
        item = kb.item(topic_in_focus(tracker))
        if item is None:
            dispatcher.utter_message(response="utter_capabilities")
        else:
            say_longer(dispatcher, kb, item)
        return []
