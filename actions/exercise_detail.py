"""Answers a follow-up question about one exercise: "how long do I hold it?"."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.content import knowledge_base
from actions.focus import exercise_in_focus, focus_on, topic_in_focus
from actions.replies import next_buttons, say_item, say_longer, suggest
from actions.understanding import entity, likely_item, sub_intent
from knowledge import KnowledgeBase, answers, details


class ActionExerciseDetail(Action):
    """Serves the retrieval intent `exercise_detail`; its second part names what is asked."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_exercise_detail"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Answer about an exercise; without one, the likeliest topic or more of the last answer."""
        kb = knowledge_base()
        aspect = sub_intent(tracker.latest_message, "exercise_detail")
        said = say_detail(dispatcher, kb, tracker, aspect)
        if said:
            return said
        item = likely_item(kb, tracker.latest_message)
        last = kb.item(topic_in_focus(tracker))
        if item:
            say_item(dispatcher, kb, item)
        elif last:  # "why?" after an answer
            say_longer(dispatcher, kb, last)
        else:
            suggest(dispatcher, "utter_which_exercise", list(kb.exercises.values())[:3])
        return focus_on(item, tracker) if item else []


def say_detail(
    dispatcher: CollectingDispatcher, kb: KnowledgeBase, tracker: Tracker, aspect: str | None
) -> list[dict[str, Any]]:
    """Answer about the exercise named in the message, else about the one in focus.

    Returns:
        The events that keep it in focus; none, and nothing said, where no exercise is meant.
    """
    named = entity(tracker.latest_message, "exercise")
    exercise = kb.exercises.get(named or exercise_in_focus(tracker) or "")
    if exercise is None:
        return []
    if aspect in details.ASPECTS:
        dispatcher.utter_message(
            text=details.text(kb, exercise, aspect),
            buttons=next_buttons(kb, exercise),
            json_message=answers.reference(kb, exercise),
        )
    else:
        say_item(dispatcher, kb, exercise)
    return focus_on(exercise, tracker)
