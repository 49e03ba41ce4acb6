"""The warning-sign screen as the last component of Rasa's NLU pipeline."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

import knowledge
from triage import Screen

WARNING_SIGN = "report_warning_sign"
# The card that asks, where it is not sure that there is a sign.
UNCLEAR = "unclear"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class RedFlagScreen(GraphComponent, EntityExtractorMixin):
    """Lets a warning sign outrank every other intent, however sure the classifier was.

    Adds the entities `red_flag` (the sign's id) and `red_flag_kind`, which chooses the card. What only
    the classifier takes for a warning sign, or what the screen is not sure of, gets the card that asks.
    """

    def __init__(self, screen: Screen) -> None:
        """Keep the compiled screen."""
        self._screen = screen

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "RedFlagScreen":
        """Create the component with the signs as they are now (see parent class)."""
        return cls(Screen(knowledge.load().red_flags))

    def process(self, messages: list[Message]) -> list[Message]:
        """Screen each message."""
        for message in messages:
            if message.get(TEXT):
                self._screen_message(message)
        return messages

    def _screen_message(self, message: Message) -> None:
        findings = self._screen(message.get(TEXT))
        present = [finding for finding in findings if finding.status == "present"]
        unclear = [finding for finding in findings if finding.status == "unclear"]
        if present:
            signs = list(dict.fromkeys(finding.sign.id for finding in present))
            # Somebody in danger of taking their life needs the crisis card, whatever else they say.
            kinds = {finding.sign.kind for finding in present}
            kind = "crisis" if "crisis" in kinds else present[0].sign.kind
        elif unclear or message.get(INTENT, {}).get("name") == WARNING_SIGN:
            signs, kind = [finding.sign.id for finding in unclear], UNCLEAR
        else:
            return
        found = [_entity("red_flag", sign) for sign in signs] + [_entity("red_flag_kind", kind)]
        entities = message.get(ENTITIES, []) + self.add_extractor_name(found)
        message.set(ENTITIES, entities, add_to_output=True)
        intent = {"name": WARNING_SIGN, "confidence": 1.0}
        others = [i for i in message.get("intent_ranking", []) if i["name"] != WARNING_SIGN]
        message.set(INTENT, intent, add_to_output=True)
        message.set("intent_ranking", [intent, *others], add_to_output=True)


def _entity(name: str, value: str) -> dict[str, Any]:
    return {"entity": name, "value": value, "start": None, "end": None}
