"""Hands the phrases made from the knowledge base to Rasa, beside those of `data/nlu.yml`."""

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

import knowledge
from assistant.training_phrases import phrases
from knowledge.details import ASPECTS, STEPS


def _placeholders(kb: knowledge.KnowledgeBase) -> dict[str, list[dict[str, str]]]:
    """Return a response for each retrieval key, because Rasa asks for one.

    They are never shown: the actions answer from the knowledge base, as it is at run time.
    """
    keys = [f"faq/{item}" for item in kb.items] + [f"exercise_detail/{a}" for a in [*ASPECTS, STEPS]]
    return {f"utter_{key}": [{"text": key}] for key in keys}


class KnowledgeImporter(RasaFileImporter):
    """Rasa's own importer, with the phrases added to what it reads from `data/`."""

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Return all NLU examples. Rasa asks several times, and reading them takes seconds."""
        kb = knowledge.load()
        messages = [Message.build(text=text, intent=intent) for text, intent in phrases(kb)]
        made = TrainingData(messages, responses=_placeholders(kb))
        return super().get_nlu_data(language).merge(made)
