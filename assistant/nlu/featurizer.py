"""The sentence encoder as a featurizer of Rasa's NLU pipeline."""

import os
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.encoder import SentenceEncoder, onnx_file
from assistant.paths import ENCODER_CACHE


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(GraphComponent):
    """Adds one dense sentence feature: the MiniLM embedding of the whole message."""

    def __init__(self, model: Path, alias: str) -> None:
        """Load the encoder; `alias` is the name under which the features are stored."""
        self._model = model
        self._alias = alias
        self._encoder = SentenceEncoder(model)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceFeaturizer":
        """Create the component; builds the ONNX file where this machine has none yet."""
        alias = config.get(FEATURIZER_CLASS_ALIAS) or execution_context.node_name
        return cls(onnx_file(ENCODER_CACHE), alias)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the embedding to each message that has text."""
        with_text = [message for message in messages if message.get(TEXT)]
        rows = self._encoder.encode_many([message.get(TEXT) for message in with_text])
        for message, row in zip(with_text, rows):
            message.add_features(Features(row[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._alias))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add embeddings to the training examples, with all the processor's cores."""
        self._encoder = SentenceEncoder(self._model, threads=os.cpu_count() or 1)
        self.process(training_data.training_examples)
        return training_data
