"""Sees that a message is not in English, and lets it be answered in its own language."""

from dataclasses import asdict
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.language_guess import Guess, LanguageGuesser
from assistant.nlu.question import QUESTIONS
from assistant.nlu.ranking import intent_ranking, response_selection
from assistant.safety.message import LANGUAGE, LANGUAGE_LABEL
from assistant.shared import knowledge_base
from triage.normalise import english_words

# Confidence (calibrated, 0 to 1) from which the classifier's opinion counts.
_LIKELY = 0.5
_INTENT, _SELECTION = LANGUAGE_LABEL.partition("/")[0], "response_selector"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class LanguageDetector(GraphComponent):
    """Sets the intent `out_of_scope/language` and the key `language` of messages in other languages.

    It stands behind the warning screen, whose verdict it leaves alone, and behind the intent classifier,
    whose opinion it asks where it is not sure itself.
    """

    def __init__(self) -> None:
        """Load the model and the words."""
        kb = knowledge_base()
        written_out = kb.red_flags.cues.written_out.keys()
        self._guess = LanguageGuesser(kb.languages, english_words() | written_out)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LanguageDetector":
        """Create the component (see parent class)."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Mark the messages that are not in English."""
        for message in messages:
            text = message.get(TEXT)
            guess = self._guess(text, _is_thought_foreign(message)) if text else None
            if guess:
                _mark(message, guess)
        return messages


def _is_thought_foreign(message: Message) -> bool:
    """Whether the intent classifier takes the message for one in another language."""
    selected = message.get(_SELECTION, {}).get(_INTENT, {}).get("response", {})
    intent = message.get(INTENT) or {}
    likely = intent.get("name") == _INTENT and intent["confidence"] >= _LIKELY
    return likely and selected.get("intent_response_key") == LANGUAGE_LABEL


def _mark(message: Message, guess: Guess) -> None:
    scored = [(LANGUAGE_LABEL, 1.0)]
    ranking = [entry for entry in message.get("intent_ranking", []) if entry["name"] != _INTENT]
    message.set(LANGUAGE, asdict(guess), add_to_output=True)
    message.set(INTENT, intent_ranking(scored)[0], add_to_output=True)
    message.set("intent_ranking", intent_ranking(scored) + ranking, add_to_output=True)
    selection = {**message.get(_SELECTION, {}), **response_selection(scored)}
    message.set(_SELECTION, selection, add_to_output=True)
    message.set(QUESTIONS, [], add_to_output=True)
