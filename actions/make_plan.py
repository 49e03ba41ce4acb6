"""Makes the home plan from the answers to the form."""

from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions import plan_slots
from actions.cards import picture
from actions.content import knowledge_base
from actions.focus import focus_on
from actions.replies import stage_buttons
from knowledge import site
from knowledge.cards import UNCLEAR
from programme.answers import SAFETY, answers_of
from programme.plan import make_plan
from programme.plan_reply import plan_payload, plan_text
from programme.readiness import which_stage


class ActionStartPlan(Action):
    """Opens the questions: all for a new plan, the one about safety where today's was interrupted."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_start_plan"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Forget the answers that must be given anew."""
        today = date.today().isoformat()
        begun, made = (tracker.get_slot(name) for name in (plan_slots.BEGUN_ON, plan_slots.MADE_ON))
        goes_on = made is None and begun in (None, today)  # pain is another tomorrow
        forgotten = (
            [SlotSet(plan_slots.slot(SAFETY))] if goes_on else plan_slots.forget(knowledge_base())
        )
        return [*forgotten, SlotSet(plan_slots.BEGUN_ON, today)]


class ActionMakePlan(Action):
    """Says the plan when the form is done; where a warning sign was reported, the emergency card."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_make_plan"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Say it, and make its first exercise the one in focus."""
        kb = knowledge_base()
        if not site.settings().guided_plan:
            dispatcher.utter_message(text=which_stage(kb).text, buttons=stage_buttons(kb))
            return []
        answers = plan_slots.answers(kb, tracker)
        if answers[SAFETY] != "no":
            # The slots of the safety policy: the line is held until the sign was checked.
            warning = {"level": "emergency", "signs": [UNCLEAR], "words": [], "net": "patterns"}
            dispatcher.utter_message(response="utter_escalation_again")
            return [SlotSet("safety_hold", "emergency"), SlotSet("held_warning", warning)]
        today = date.today()
        plan = make_plan(kb, answers_of(kb, answers), today)
        pictures = {chosen.exercise.id: picture(chosen.exercise.id) for chosen in plan.exercises}
        card = plan_payload(kb, plan, pictures)
        dispatcher.utter_message(text=plan_text(kb, plan), buttons=card["exports"], json_message=card)
        first = plan.exercises[0].exercise
        return [SlotSet(plan_slots.MADE_ON, today.isoformat()), *focus_on(first, tracker)]
