"""A conversation as the widget shows it, made from the events of Rasa's tracker."""

from collections.abc import Iterable
from typing import Any

from assistant.channel.output import CHANNEL, shown


def from_events(events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the turns, oldest first: what was said, and the replies to it.

    Args:
        events: events of a tracker as dictionaries, oldest first. Other channels' messages are left out.
    """
    turns: list[dict[str, Any]] = []
    for event in events:
        if event["event"] == "user" and event.get("input_channel") == CHANNEL:
            turns.append(turn(event["message_id"], event["text"], event["metadata"], []))
        elif event["event"] == "bot" and turns:
            turns[-1]["messages"].append(shown({**event["data"], "text": event["text"]}))
    return turns


def turn(
    message_id: str, text: str, metadata: dict[str, Any], messages: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return one turn, as the server answers it and gives it back in the history."""
    said = {"id": message_id, "at": metadata["at"], "text": text}
    if metadata.get("title"):
        said["title"] = metadata["title"]
    return {**said, "messages": messages}
