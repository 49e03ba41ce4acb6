"""The linear classifier as an intent classifier and response selector of Rasa's NLU pipeline."""

from dataclasses import asdict
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.focus import exercise_in_focus, topic_in_focus
from assistant import fingerprint
from assistant.nlu.choice import (
    ASK_STAGE,
    BEGINNINGS,
    FAQ,
    OPENERS,
    PLAIN,
    SURE,
    UNDERSTOOD,
    agreeing,
    different_questions,
    is_answered,
    is_plain,
    is_vague,
    speaks_of,
    tells_of_oneself,
)
from assistant.nlu.encoder import shared_encoder
from assistant.nlu.follow_up import FollowUps
from assistant.nlu.linear_classifier import LinearClassifier, Settings, fit_calibrated
from assistant.nlu.question import QUESTIONS, text_to_understand
from assistant.nlu.ranking import Scored, intent_ranking, response_selection
from assistant.nlu.readings import Readings, sentences
from assistant.nlu.training_vectors import vectors
from assistant.paths import ENCODER_CACHE
from assistant.safety.message import ENTITY, typed_text
from assistant.safety.steps import CARD_SLOT, CHECKED_INTENT, HOLD_SLOT, WARNING_INTENT
from assistant.shared import knowledge_base
from knowledge.asking import split
from knowledge.models import Exercise, Item, Stage, Topic

RANKED_INTENTS = 5
# So many parts of a message are looked at.
MAX_PARTS = 6
# What is said to a form about its questions.
FORM_INTENTS = {"go_back", "change_answer", "skip_question", "ask_why"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class HybridIntentClassifier(GraphComponent, IntentClassifier):
    """Predicts the intent, and for retrieval intents (`faq/why-pt`) the response key, in one step.

    The result has the shape of Rasa's own classifiers and response selectors, so rules, actions and
    `rasa test nlu` read it as usual.
    """

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        classifier: LinearClassifier | None = None,
    ) -> None:
        """Keep the settings; `classifier` is there once it is trained or loaded."""
        self._settings = Settings(**{key: config[key] for key in asdict(Settings())})
        self._model_storage = model_storage
        self._resource = resource
        self._classifier = classifier
        self._kb = knowledge_base()
        self._readings = Readings(self._kb)
        self._follow_ups = FollowUps(self._kb.vocabulary)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings that `config.yml` may change (see `Settings`)."""
        return asdict(Settings())

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "HybridIntentClassifier":
        """Create an untrained component (see parent class)."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "HybridIntentClassifier":
        """Load the trained component (see parent class)."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearClassifier.load(folder))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Tell Rasa's cache about the code that the classifier is made by."""
        return fingerprint.of_files("assistant/nlu/*")

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the classifier on all phrases that carry an intent."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        texts = [m.get(TEXT) for m in examples]
        labels = [m.get_full_intent() for m in examples]
        self._classifier = fit_calibrated(texts, vectors(texts), labels, self._settings)
        with self._model_storage.write_to(self._resource) as folder:
            self._classifier.save(folder)
        return self._resource

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        """Set intent, ranking and response selection of each message.

        Args:
            messages: with their warning signs and the names in them.
            tracker: the conversation so far, where there is one; tells what "it" means.
        """
        focus = self._kb.item(topic_in_focus(tracker)) if tracker else None
        for message in messages:
            text = text_to_understand(message)
            if not text:
                message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)
                message.set("intent_ranking", [], add_to_output=True)
                continue
            out_of_place = _out_of_place(message, tracker)
            scored = self._best_reading(text, focus, out_of_place)
            if tracker and not tracker.active_loop_name:  # a form asks its own questions
                before = typed_text(tracker.latest_message) if tracker.latest_message else None
                scored = self._follow_up(text, before or "", focus, scored, out_of_place)
            entities = message.get(ENTITIES, [])
            exercise = _knows_exercise(entities, tracker)
            scored = agreeing(scored, entities, focus, exercise)
            ranking = intent_ranking(scored)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking[:RANKED_INTENTS], add_to_output=True)
            message.set("response_selector", response_selection(scored), add_to_output=True)
            self._tell_questions_apart(message, text, exercise)
        return messages

    def _scored(self, text: str, out_of_place: set[str]) -> Scored:
        embedding = shared_encoder(ENCODER_CACHE).encode(text)
        confidences = self._classifier.confidences(text, embedding)
        confidences[np.isin(self._classifier.labels, list(out_of_place))] = 0.0
        best_first = np.argsort(-confidences)
        return [(str(self._classifier.labels[i]), float(confidences[i])) for i in best_first]

    def _follow_up(
        self, text: str, before: str, focus: Item | None, scored: Scored, out_of_place: set[str]
    ) -> Scored:
        """Return the labels of a correction or of a continued question; else those it was given.

        Args:
            text: the message.
            before: what was typed before it.
            focus: what was answered last.
            scored: labels of the message alone.
            out_of_place: intents that it cannot have here.
        """
        if is_plain(scored):
            return scored
        for corrected in self._follow_ups.corrected(before, text):
            read = self._scored(corrected, out_of_place)
            if is_answered(read):
                return read
        if focus is None or is_answered(scored):
            return scored
        asked = focus.title if isinstance(focus, Topic) else before
        continued = asked and self._follow_ups.continued(asked, text)
        joined = self._scored(continued, out_of_place) if continued else []
        # after an answer about sitting "and in the car?" is about driving, not about sitting once more
        others = [read for read in joined if read[0] != f"{FAQ}/{focus.id}"]
        joined = others if others and others[0][1] >= PLAIN else joined
        return joined if joined and is_answered(joined) else scored

    def _best_reading(self, text: str, focus: Item | None, out_of_place: set[str]) -> Scored:
        """Return the labels of a text as typed, or of the reading (see `Readings`) that is surer."""
        scored = self._scored(text, out_of_place)
        mended = self._readings.mended(text)
        if mended:
            scored = max(scored, self._scored(mended, out_of_place), key=lambda read: read[0][1])
        stage = self._readings.other_stage(focus, mended or text) if focus else None
        if stage and is_vague(scored):
            return self._scored(stage, out_of_place)
        for about in self._readings.about(focus, mended or text) if focus else []:
            family = {f"{FAQ}/{name}" for name in self._readings.family(focus)}
            family |= {ASK_STAGE} if isinstance(focus, Stage) else set()
            in_context = self._scored(about, out_of_place)
            if speaks_of(family, scored, in_context, isinstance(focus, Exercise)):
                return in_context
        # a story may hide the question that it ends in, and "ok." the one that it begins
        parts = sentences(text)[-MAX_PARTS:]
        label, sureness = scored[0]
        if sureness < UNDERSTOOD or label in BEGINNINGS or (sureness < SURE and is_answered(scored)):
            alone = [self._scored(self._readings.mended(part) or part, out_of_place) for part in parts]
            own = [read for read in alone if read[0][0] not in OPENERS and read[0][1] > UNDERSTOOD]
            surest = max(own, key=lambda read: read[0][1], default=scored)
            scored = surest if label in BEGINNINGS or surest[0][1] > sureness else scored
        elif parts and tells_of_oneself(text, scored):
            question = self._scored(parts[-1], out_of_place)
            if question[0][0].startswith(f"{FAQ}/") and question[0][1] >= SURE:
                return question
        return scored

    def _tell_questions_apart(self, message: Message, text: str, exercise: bool) -> None:
        """Set the labels of the questions, where a message asks for several different things."""
        parts = split(self._kb.vocabulary.openings, text)[:MAX_PARTS]
        if len(parts) < 2:
            return
        best = [agreeing(self._scored(part, set()), [], None, exercise)[0] for part in parts]
        labels = different_questions(best)
        if labels:
            message.set(QUESTIONS, labels, add_to_output=True)
            message.set(INTENT, {"name": FAQ, "confidence": 1.0}, add_to_output=True)


def _out_of_place(message: Message, tracker: DialogueStateTracker | None) -> set[str]:
    """Return the intents that a message cannot have here.

    Whether it reports a warning sign is for the screen to say; "it was checked" needs a warning before
    it, and "go back" a form's open question.
    """
    found: set[str] = set()
    if not any(entity["entity"] == ENTITY for entity in message.get(ENTITIES, [])):
        found.add(WARNING_INTENT)
    if tracker is None:
        return found
    if tracker.get_slot(CARD_SLOT) is None and tracker.get_slot(HOLD_SLOT) is None:
        found.add(CHECKED_INTENT)
    return found if tracker.active_loop_name else found | FORM_INTENTS


def _knows_exercise(entities: list[dict[str, Any]], tracker: DialogueStateTracker | None) -> bool:
    named = any(entity["entity"] == "exercise" for entity in entities)
    return named or bool(tracker and exercise_in_focus(tracker))
