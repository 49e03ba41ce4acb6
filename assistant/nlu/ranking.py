"""The classifier's labels in the shapes that Rasa's own classifiers and response selectors give."""

from typing import Any

# How many of the nearest answers of a retrieval intent are kept with each message.
RANKED_RESPONSES = 5
# Full labels (`faq/why-pt`, `greet`) with their confidence, best first.
Scored = list[tuple[str, float]]


def intent_ranking(scored: Scored) -> list[dict[str, Any]]:
    """Return intents, best first; a retrieval intent counts as sure as its best response.

    Args:
        scored: see `Scored`.
    """
    best: dict[str, float] = {}
    for label, confidence in scored:
        best.setdefault(label.partition("/")[0], confidence)
    return [{"name": name, "confidence": confidence} for name, confidence in best.items()]


def response_selection(scored: Scored) -> dict[str, Any]:
    """Return for each retrieval intent what Rasa's response selector would: best key and ranking.

    Args:
        scored: see `Scored`.
    """
    rankings: dict[str, list[dict[str, Any]]] = {}
    for label, confidence in scored:
        intent, _, response = label.partition("/")
        if response:
            entry = {"intent_response_key": label, "confidence": confidence}
            rankings.setdefault(intent, []).append(entry)
    return {
        intent: {
            "response": {
                **ranking[0],
                "responses": [],
                "utter_action": f"utter_{ranking[0]['intent_response_key']}",
            },
            "ranking": ranking[:RANKED_RESPONSES],
        }
        for intent, ranking in rankings.items()
    }
