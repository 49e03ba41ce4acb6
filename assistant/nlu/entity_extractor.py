"""The entity ruler as a component of Rasa's NLU pipeline."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu import entity_ruler
from assistant.shared import knowledge_base


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class KnowledgeEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds the entities `exercise`, `stage`, `body_part`, `country`, `number` and `duration`."""

    def __init__(self) -> None:
        """Build the ruler from the knowledge base as it is now."""
        kb = knowledge_base()
        self._vocabulary = kb.vocabulary
        self._nlp = entity_ruler.build(kb)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "KnowledgeEntityExtractor":
        """Create the component (see parent class)."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Append what is found in each message to its entities."""
        for message in messages:
            text = message.get(TEXT)
            if text:
                found = self.add_extractor_name(self._extract(text))
                message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
        return messages

    def _extract(self, text: str) -> list[dict[str, Any]]:
        return [
            {
                "entity": entity.label_,
                "value": entity_ruler.value(entity, self._vocabulary),
                "start": entity.start_char,
                "end": entity.end_char,
            }
            for entity in self._nlp(text).ents
        ]
