"""Says where the last answer comes from."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.content import knowledge_base
from actions.focus import topic_in_focus
from knowledge import answers


class ActionCiteSources(Action):
    """Serves the intent `ask_source`."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_cite_sources"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """List the sources of the item in focus; without one, say where answers come from."""
        kb = knowledge_base()
        item = kb.item(topic_in_focus(tracker))
        if item is None:
            dispatcher.utter_message(response="utter_sources_in_general")
        else:
            dispatcher.utter_message(
                text=answers.citation(kb, item), json_message=answers.reference(kb, item)
            )
        return []
