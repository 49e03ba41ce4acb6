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

from actions.focus import topic_in_focus
from assistant import fingerprint
from assistant.nlu.encoder import shared_encoder
from assistant.nlu.follow_up import FollowUps
from assistant.nlu.linear_classifier import LinearClassifier, Settings, fit_calibrated
from assistant.nlu.question import QUESTIONS, text_to_understand
from assistant.nlu.ranking import Scored, intent_ranking, response_selection
from assistant.nlu.readings import Readings, sentences
from assistant.nlu.training_vectors import vectors
from assistant.paths import ENCODER_CACHE
from assistant.safety.message import ENTITY
from assistant.safety.steps import CARD_SLOT, CHECKED_INTENT, HOLD_SLOT, WARNING_INTENT
from assistant.shared import knowledge_base
from knowledge.asking import split
from knowledge.models import Exercise, Item, Stage, Topic

RANKED_INTENTS = 5
# Questions of one message: so many parts are looked at, so many are answered, each this sure.
MAX_PARTS, MAX_QUESTIONS, SURE = 6, 3, 0.7
# A message of so many words is a story.
STORY_WORDS = 40
# Confidences are calibrated: from here on a text counts as understood.
UNDERSTOOD = 0.5
# So sure is a topic that a text names itself, and so sure it stays with the name of another put in.
PLAIN, STILL_MEANT = 0.9, 0.65
FAQ = "faq"
# What is said to a form about its questions.
FORM_INTENTS = {"go_back", "change_answer", "skip_question", "ask_why"}
_ANSWERED = (FAQ, "exercise_detail", "out_of_scope")
DETAIL, ASK_STAGE, ANOTHER = "exercise_detail/", "ask_stage", "another_exercise"
# What may be all that a message says, or only its beginning: "no, the standing one".
OPENERS = {"affirm", "deny", "greet", "chitchat/how_are_you", "misunderstood", "thanks"}
# What may be said of a stage as well: "tell me more about the second one", "and the next one?".
VAGUE = OPENERS | {ANOTHER, "capabilities", "repeat"}
# What may be meant of the last answer, if a word points at it: "what do I do about it?".
POINTING = OPENERS | {"capabilities", "out_of_scope/diagnosis"}


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
            messages: with their embeddings and warning signs.
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
            before = _message_before(tracker)
            scored = self._corrected(before, text, out_of_place)
            scored = scored or self._best_reading(text, focus, out_of_place)
            if not is_answered(scored):
                continued = self._continued(before, text, focus, out_of_place)
                scored = continued if continued and is_answered(continued) else scored
            ranking = intent_ranking(scored)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking[:RANKED_INTENTS], add_to_output=True)
            message.set("response_selector", response_selection(scored), add_to_output=True)
            self._tell_questions_apart(message, text)
        return messages

    def _scored(self, text: str, out_of_place: set[str]) -> Scored:
        embedding = shared_encoder(ENCODER_CACHE).encode(text)
        confidences = self._classifier.confidences(text, embedding)
        confidences[np.isin(self._classifier.labels, list(out_of_place))] = 0.0
        best_first = np.argsort(-confidences)
        return [(str(self._classifier.labels[i]), float(confidences[i])) for i in best_first]

    def _corrected(self, before: str, text: str, out_of_place: set[str]) -> Scored | None:
        """Return the labels of what a correction says; None where a text is none."""
        readings = (
            self._scored(read, out_of_place) for read in self._follow_ups.corrected(before, text)
        )
        return next((scored for scored in readings if is_answered(scored)), None)

    def _continued(self, before: str, text: str, focus: Item | None, out_of_place: set[str]) -> Scored:
        """Return the labels of the question before with what a text adds; nothing where it adds none.

        After an answer about sitting "and in the car?" is about driving, not about sitting once more.
        """
        asked = focus.title if isinstance(focus, Topic) else before
        continued = asked and self._follow_ups.continued(asked, text)
        joined = self._scored(continued, out_of_place) if continued else []
        others = [read for read in joined if not focus or read[0] != f"{FAQ}/{focus.id}"]
        return others if others and others[0][1] >= PLAIN else joined

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
        if scored[0][1] < UNDERSTOOD or scored[0][0] in OPENERS:
            alone = [self._scored(part, out_of_place) for part in parts]
            own = [read for read in alone if read[0][0] not in OPENERS and read[0][1] >= UNDERSTOOD]
            scored = max(own, key=lambda read: read[0][1], default=scored)
        elif parts and tells_of_oneself(text, scored):
            question = self._scored(parts[-1], out_of_place)
            if question[0][0].startswith(f"{FAQ}/") and question[0][1] >= SURE:
                return question
        return scored

    def _tell_questions_apart(self, message: Message, text: str) -> None:
        """Set the labels of the questions, where a message asks for several different things."""
        parts = split(self._kb.vocabulary.openings, text)[:MAX_PARTS]
        if len(parts) < 2:
            return
        encoder = shared_encoder(ENCODER_CACHE)
        best = [
            max(zip(self._classifier.confidences(part, encoder.encode(part)), self._classifier.labels))
            for part in parts
        ]
        labels = different_questions([(str(label), float(confidence)) for confidence, label in best])
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


def is_answered(scored: Scored) -> bool:
    """Whether a text asks for something that the content answers."""
    label, sureness = scored[0]
    return sureness >= UNDERSTOOD and label.startswith((f"{FAQ}/", DETAIL, ASK_STAGE))


def tells_of_oneself(text: str, scored: Scored) -> bool:
    """Whether a text is so long a story that it was taken for what a doctor is asked, or for a diary."""
    return len(text.split()) >= STORY_WORDS and scored[0][0].startswith(("out_of_scope/", "log_"))


def _message_before(tracker: DialogueStateTracker | None) -> str:
    """Return what was typed before; nothing where a form's question lies between."""
    if tracker is None or tracker.latest_message is None or tracker.active_loop_name:
        return ""
    return tracker.latest_message.text or ""


def is_vague(scored: Scored) -> bool:
    """Whether a text that names a stage by its place, after an answer about stages, may ask for it."""
    label, sureness = scored[0]
    return sureness < UNDERSTOOD or label in VAGUE or label.startswith((f"{FAQ}/stage", DETAIL))


def speaks_of(family: set[str], scored: Scored, in_context: Scored, of_exercise: bool) -> bool:
    """Whether a question is about what was answered last, or what belongs to it.

    Args:
        family: labels of the item that was answered last and of those that belong to it.
        scored: labels of the question as typed.
        in_context: labels of the question with the item's name put in.
        of_exercise: whether an exercise was answered last; what is asked of an exercise, or for
            another one, is none about the answer then.
    """
    (typed, sureness), (read, in_context_sureness) = scored[0], in_context[0]
    names_a_topic = typed.startswith(f"{FAQ}/") and sureness >= PLAIN
    if names_a_topic and not of_exercise and dict(in_context)[typed] >= STILL_MEANT:
        return False  # "is needling a part of it?" asks for needling, whatever "it" is
    asks = typed.startswith(f"{FAQ}/") or typed in POINTING or sureness < UNDERSTOOD
    asks = asks or ((typed.startswith(DETAIL) or typed == ANOTHER) and not of_exercise)
    return asks and typed not in family and read in family and in_context_sureness >= UNDERSTOOD


def different_questions(scored: list[tuple[str, float]]) -> list[str]:
    """Return the labels of the different questions in a message; none where it holds only one.

    Args:
        scored: label and confidence of each part, in order.
    """
    sure = [label for label, sureness in scored if sureness >= SURE and label.split("/")[0] in _ANSWERED]
    labels = list(dict.fromkeys(sure))[:MAX_QUESTIONS]
    several = len(labels) > 1 and not all(label.startswith("out_of_scope") for label in labels)
    return labels if several else []
