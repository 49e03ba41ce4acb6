"""The linear classifier as an intent classifier and response selector of Rasa's NLU pipeline."""

from dataclasses import asdict
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant import fingerprint
from assistant.nlu.encoder import shared_encoder
from assistant.nlu.linear_classifier import LinearClassifier, Settings, fit_calibrated
from assistant.nlu.question import QUESTIONS, split, text_to_understand
from assistant.paths import ENCODER_CACHE
from assistant.safety.message import ENTITY
from assistant.safety.steps import WARNING_INTENT

# How many of the nearest answers of a retrieval intent are kept with each message.
RANKED_RESPONSES = 5
RANKED_INTENTS = 5
# Questions of one message: so many parts are looked at, so many are answered, each this sure.
MAX_PARTS, MAX_QUESTIONS, SURE = 6, 3, 0.7
FAQ = "faq"
_ANSWERED = (FAQ, "out_of_scope")


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
        self._classifier = fit_calibrated(
            [m.get(TEXT) for m in examples],
            np.vstack([_embedding(m) for m in examples]),
            [m.get_full_intent() for m in examples],
            self._settings,
        )
        with self._model_storage.write_to(self._resource) as folder:
            self._classifier.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent, ranking and response selection of each message."""
        for message in messages:
            text = text_to_understand(message)
            if not text:
                message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)
                message.set("intent_ranking", [], add_to_output=True)
                continue
            confidences = self._classifier.confidences(text, _embedding(message))
            if not any(entity["entity"] == ENTITY for entity in message.get(ENTITIES, [])):
                # Whether a message reports a warning sign is for the screen to say.
                confidences = np.where(self._classifier.labels == WARNING_INTENT, 0.0, confidences)
            best_first = np.argsort(-confidences)
            scored = [(str(self._classifier.labels[i]), float(confidences[i])) for i in best_first]
            ranking = intent_ranking(scored)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking[:RANKED_INTENTS], add_to_output=True)
            message.set("response_selector", response_selection(scored), add_to_output=True)
            self._tell_questions_apart(message, text)
        return messages

    def _tell_questions_apart(self, message: Message, text: str) -> None:
        """Set the labels of the questions, where a message asks for several different things."""
        parts = split(text)[:MAX_PARTS]
        if len(parts) < 2:
            return
        encoder = shared_encoder(ENCODER_CACHE)
        best = [
            max(
                zip(
                    self._classifier.confidences(part, encoder.encode_one(part)), self._classifier.labels
                )
            )
            for part in parts
        ]
        labels = different_questions([(str(label), float(confidence)) for confidence, label in best])
        if labels:
            message.set(QUESTIONS, labels, add_to_output=True)
            message.set(INTENT, {"name": FAQ, "confidence": 1.0}, add_to_output=True)


def _embedding(message: Message) -> np.ndarray:
    _, sentence = message.get_dense_features(TEXT)
    return sentence.features[0]


def different_questions(scored: list[tuple[str, float]]) -> list[str]:
    """Return the labels of the different questions in a message; none where it holds only one.

    Args:
        scored: label and confidence of each part, in order.
    """
    sure = [label for label, sureness in scored if sureness >= SURE and label.split("/")[0] in _ANSWERED]
    labels = list(dict.fromkeys(sure))[:MAX_QUESTIONS]
    several = len(labels) > 1 and any(label.startswith(FAQ) for label in labels)
    return labels if several else []


def intent_ranking(scored: list[tuple[str, float]]) -> list[dict[str, Any]]:
    """Return intents, best first; a retrieval intent counts as sure as its best response.

    Args:
        scored: full labels (`faq/why-pt`, `greet`) with their confidence, best first.
    """
    best: dict[str, float] = {}
    for label, confidence in scored:
        best.setdefault(label.partition("/")[0], confidence)
    return [{"name": name, "confidence": confidence} for name, confidence in best.items()]


def response_selection(scored: list[tuple[str, float]]) -> dict[str, Any]:
    """Return for each retrieval intent what Rasa's response selector would: best key and ranking.

    Args:
        scored: full labels with their confidence, best first.
    """
    rankings: dict[str, list[dict[str, Any]]] = {}
    for label, confidence in scored:
        intent, _, response = label.partition("/")
        if response:
            entry = {"intent_response_key": label, "confidence": confidence}
            rankings.setdefault(intent, []).append(entry)
    return {
        intent: {
            "response": {
                **ranking[0],
                "responses": [],
                "utter_action": f"utter_{ranking[0]['intent_response_key']}",
            },
            "ranking": ranking[:RANKED_RESPONSES],
        }
        for intent, ranking in rankings.items()
    }
