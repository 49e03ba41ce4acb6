"""Hands the phrases made from the knowledge base to Rasa, beside those of `data/nlu.yml`."""

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

import knowledge
from assistant.training_phrases import phrases
from knowledge.details import ASPECTS, STEPS


def _placeholders(kb: knowledge.KnowledgeBase) -> dict[str, list[dict[str, str]]]:
    """Return a response for each retrieval key, because Rasa asks for one.

    They are never shown: the actions answer from the knowledge base, as it is at run time.
    """
    keys = [f"faq/{item}" for item in kb.items] + [f"exercise_detail/{a}" for a in [*ASPECTS, STEPS]]
    return {f"utter_{key}": [{"text": key}] for key in keys}


class KnowledgeImporter(TrainingDataImporter):
    """Adds the phrases to what Rasa's own importer reads from `data/`."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Take and ignore the paths that Rasa hands to every importer."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Return the phrases as NLU examples."""
        kb = knowledge.load()
        messages = [Message.build(text=text, intent=intent) for text, intent in phrases(kb)]
        return TrainingData(messages, responses=_placeholders(kb))

    def get_domain(self) -> Domain:
        """Return nothing: the domain is a file."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Return nothing: stories and rules are files."""
        return StoryGraph([])

    def get_config(self) -> dict:
        """Return nothing: the configuration is a file."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """Return nothing (see `get_config`)."""
        return None
