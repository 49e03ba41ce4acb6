"""Shows an exercise to somebody who asks for one, or for another one."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.content import knowledge_base
from actions.focus import exercise_in_focus, focus_on, shown_exercises
from actions.replies import say_item


class ActionAnotherExercise(Action):
    """Picks the next exercise that fits the stage of the one in focus."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_another_exercise"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Show it and make it the exercise in focus."""
        kb = knowledge_base()
        exercise = kb.next_exercise(exercise_in_focus(tracker), shown_exercises(tracker))
        say_item(dispatcher, kb, exercise)
        return focus_on(exercise, tracker)
