"""Training phrases made from the knowledge base: names of exercises and titles of all items.

So a new exercise file is understood after training, before anybody has written phrases for it.
"""

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

import knowledge
from knowledge.models import Exercise

# How people ask for an exercise by its name. Phrases for training, not words that patients read.
FRAMES = (
    "how do I do the {name}?",
    "show me {name}",
    "{name} exercise instructions",
    "explain how a {name} goes",
    "steps for {name} please",
)


def phrases(kb: knowledge.KnowledgeBase) -> list[tuple[str, str]]:
    """Return (text, intent) pairs: each title, and each exercise's names in every frame."""
    found = [(item.title, f"faq/{item.id}") for item in kb.items.values()]
    for item in kb.exercises.values():
        found += _asked_by_name(item)
    return found


def _asked_by_name(exercise: Exercise) -> list[tuple[str, str]]:
    names = dict.fromkeys([exercise.name.lower(), *exercise.aliases])
    return [(frame.format(name=n), f"faq/{exercise.id}") for n in names for frame in FRAMES]


class KnowledgeImporter(TrainingDataImporter):
    """Adds the phrases to what Rasa's own importer reads from `data/`."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Take and ignore the paths that Rasa hands to every importer."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Return the phrases as NLU examples."""
        pairs = phrases(knowledge.load())
        return TrainingData([Message.build(text=text, intent=intent) for text, intent in pairs])

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
