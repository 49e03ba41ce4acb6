"""Training phrases: those written, and those made of names of exercises and titles of all items.

So a new exercise file is understood after training, before anybody has written phrases for it.
"""

from typing import Any

from knowledge import KnowledgeBase
from knowledge.models import Exercise

# How people ask for an exercise by its name. Phrases for training, not words that patients read.
FRAMES = (
    "how do I do the {name}?",
    "show me {name}",
    "{name} exercise instructions",
    "explain how a {name} goes",
    "steps for {name} please",
)


def phrases(kb: KnowledgeBase) -> list[tuple[str, str]]:
    """Return (text, intent) pairs: each title, and each exercise's names in every frame."""
    found = [(item.title, f"faq/{item.id}") for item in kb.items.values()]
    for item in kb.exercises.values():
        found += _asked_by_name(item)
    return found


def written(nlu: dict[str, Any]) -> dict[str, list[str]]:
    """Return the phrases of each intent.

    Args:
        nlu: what `data/nlu.yml` holds.
    """
    return {
        entry["intent"]: [line.strip()[2:].strip() for line in entry["examples"].splitlines()]
        for entry in nlu.get("nlu") or []
        if "intent" in entry
    }


def _asked_by_name(exercise: Exercise) -> list[tuple[str, str]]:
    names = dict.fromkeys([exercise.name.lower(), *exercise.aliases])
    return [(frame.format(name=n), f"faq/{exercise.id}") for n in names for frame in FRAMES]
