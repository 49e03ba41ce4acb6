"""Reads the answers to the questions of the plan (Rasa's form `plan_form`)."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.types import DomainDict

from actions import plan_slots
from actions.content import knowledge_base
from actions.plan_answers import answered, still_open
from knowledge import site
from programme.answers import SAFETY


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
            return still_open(question, unread=False)
        return answered(kb, tracker, question)

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Return the slots as they were read: nothing is read that is not valid."""
        return [SlotSet(name, value) for name, value in tracker.slots_to_validate().items()]
