"""Says which stage may fit, and how to tell that the next one is near."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.content import knowledge_base
from actions.focus import focus_on, topic_in_focus
from actions.replies import next_buttons
from knowledge import answers
from programme.readiness import which_stage


class ActionStageAdvice(Action):
    """Serves the intent `ask_stage`: "I'm in week 5 and mobility is better, what now?"."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_stage_advice"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Say it with the card of the stage, or of the stages as a whole."""
        kb = knowledge_base()
        last = kb.stages.get(topic_in_focus(tracker) or "")
        advice = which_stage(kb, tracker.latest_message.get("text") or "", last and last.number)
        item = kb.items[advice.topic]
        dispatcher.utter_message(
            text=advice.text, buttons=next_buttons(kb, item), json_message=answers.reference(kb, item)
        )
        return focus_on(item, tracker)
