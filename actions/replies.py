"""Sends items of the knowledge base as replies, in the shape that every channel and the widget read."""

import json
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.cards import card
from knowledge import KnowledgeBase, answers
from knowledge.models import Exercise, Item


def topic_button(item: Item) -> dict[str, str]:
    """Return a button that asks for exactly this item."""
    payload = json.dumps({"topic": item.id}, separators=(",", ":"))
    return {"title": item.title, "payload": f"/faq{payload}"}


def plan_button(kb: KnowledgeBase) -> dict[str, str]:
    """Return a button that asks for a plan."""
    return {"title": kb.wording.make_a_plan, "payload": "/request_plan"}


def stage_buttons(kb: KnowledgeBase) -> list[dict[str, str]]:
    """Return a button for each stage."""
    return [topic_button(stage) for stage in kb.stages.values()]


def next_buttons(kb: KnowledgeBase, item: Item) -> list[dict[str, str]]:
    """Return what a person would ask next after `item`, as buttons."""
    if not isinstance(item, Exercise):
        return [topic_button(other) for other in kb.related(item)]
    asked = [{"title": text, "payload": text} for text in kb.wording.exercise_follow_ups]
    return [*asked, topic_button(kb.related(item)[0])]


def say_item(dispatcher: CollectingDispatcher, kb: KnowledgeBase, item: Item) -> None:
    """Send the whole answer with its card, and what a person would ask next as buttons."""
    dispatcher.utter_message(
        text=answers.text(kb, item),
        buttons=next_buttons(kb, item),
        json_message=card(kb, item),
    )


def say_longer(dispatcher: CollectingDispatcher, kb: KnowledgeBase, item: Item) -> None:
    """Send the answer with what belongs to it in short, for somebody who wants to hear more."""
    dispatcher.utter_message(
        text=answers.longer_text(kb, item),
        buttons=next_buttons(kb, item),
        json_message=card(kb, item),
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
