"""The card of an item: what knowledge says of it, with the picture and the timer of an exercise."""

from typing import Any

import illustrations
from knowledge import KnowledgeBase, answers
from knowledge.models import Exercise, Item
from programme.doses import timer


def card(kb: KnowledgeBase, item: Item) -> dict[str, Any]:
    """Return the `custom` payload of an item."""
    if not isinstance(item, Exercise):
        return answers.card(kb, item)
    return {
        **answers.card(kb, item),
        "illustration": picture(item.id),
        "timer": timer(kb, item, item.dose),
    }


def picture(exercise: str) -> dict[str, str]:
    """Return where the server has the picture of an exercise, and what it shows in words."""
    return {"src": f"/illustrations/{exercise}.svg", "alt": illustrations.alt(exercise)}
