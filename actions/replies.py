"""Sends items of the knowledge base as replies, in the shape that every channel and the widget read."""

import json
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from knowledge import KnowledgeBase, answers
from knowledge.models import Item


def topic_button(item: Item) -> dict[str, str]:
    """Return a button that asks for exactly this item."""
    payload = json.dumps({"topic": item.id}, separators=(",", ":"))
    return {"title": item.title, "payload": f"/faq{payload}"}


def say_item(dispatcher: CollectingDispatcher, kb: KnowledgeBase, item: Item) -> None:
    """Send the whole answer with its card, and what a person would ask next as buttons."""
    dispatcher.utter_message(
        text=answers.text(kb, item),
        buttons=[topic_button(other) for other in kb.related(item)],
        json_message=answers.card(kb, item),
    )


def suggest(dispatcher: CollectingDispatcher, response: str, items: list[Item]) -> None:
    """Send a response of the domain with these items as buttons: "did you mean ...?"."""
    card: dict[str, Any] = {
        "type": "fallback",
        "topic": "fallback",
        "suggestions": [{"topic": item.id, "title": item.title} for item in items],
    }
    dispatcher.utter_message(
        response=response, buttons=[topic_button(item) for item in items], json_message=card
    )
