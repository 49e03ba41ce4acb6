"""The sentence encoder as a featurizer of Rasa's NLU pipeline."""

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.encoder import onnx_file, shared_encoder
from assistant.nlu.question import text_to_understand
from assistant.paths import ENCODER_CACHE


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(GraphComponent):
    """Adds one dense sentence feature: the MiniLM embedding of the whole message."""

    def __init__(self, alias: str) -> None:
        """Keep the name under which the features are stored."""
        self._alias = alias

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceFeaturizer":
        """Create the component; builds the ONNX file where this machine has none yet."""
        onnx_file(ENCODER_CACHE)
        return cls(config.get(FEATURIZER_CLASS_ALIAS) or execution_context.node_name)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the embedding to each message that has text."""
        for message in messages:
            text = text_to_understand(message)
            if text:
                self._add(message, shared_encoder(ENCODER_CACHE).encode(text))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add embeddings to the training examples, with all the processor's cores."""
        examples = [m for m in training_data.training_examples if m.get(TEXT)]
        rows = shared_encoder(ENCODER_CACHE).encode_many([m.get(TEXT) for m in examples])
        for message, row in zip(examples, rows):
            self._add(message, row)
        return training_data

    def _add(self, message: Message, row: np.ndarray) -> None:
        message.add_features(Features(row[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._alias))
