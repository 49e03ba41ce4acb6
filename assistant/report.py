"""What people asked and whether it helped, counted over the kept conversations; never what they typed.

Import this after `lean_imports.install()`.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain

from actions.record_feedback import FEEDBACK
from assistant.paths import ROOT
from assistant.serving.in_process_actions import read_endpoints

# As Rasa writes them: `Event.as_dict`.
Events = list[dict[str, Any]]
# What is counted, and how often.
Counts = list[tuple[str, ...]]


def tables(endpoints_file: Path, since: float) -> dict[str, Counts]:
    """Return title and rows of each table, over what the tracker store keeps.

    Args:
        endpoints_file: names the tracker store.
        since: seconds since 1970; what was said before does not count.
    """
    store = TrackerStore.create(
        read_endpoints(endpoints_file).tracker_store, Domain.load(str(ROOT / "domain.yml"))
    )
    return count(asyncio.run(_conversations(store)), since)


async def _conversations(store: TrackerStore) -> list[Events]:
    trackers = [await store.retrieve_full_tracker(sender) for sender in await store.keys()]
    return [[event.as_dict() for event in tracker.events] for tracker in trackers if tracker]


def count(conversations: Iterable[Events], since: float) -> dict[str, Counts]:
    """Return title and rows of each table; the first row holds the names of the columns."""
    said: Counter[str] = Counter()
    helped: Counter[tuple[str | None, bool]] = Counter()
    replies: Counter[str] = Counter()
    for events in conversations:
        judged = 0
        for event in events:
            counts = event["timestamp"] >= since
            custom = (event.get("data") or {}).get("custom") or {}
            if event["event"] == "bot" and custom and counts:
                replies[_kind(custom)] += 1
                said[custom.get("topic")] += custom["type"] in ("answer", "exercise")
            elif event["event"] == "slot" and event["name"] == FEEDBACK and event["value"]:
                new = event["value"][judged:]  # the slot holds all that was said so far
                judged = len(event["value"])
                helped.update((each["topic"], each["helpful"]) for each in new if counts)
    topics = sorted(
        (topic for topic in said.keys() | {topic for topic, _ in helped} if topic),
        key=lambda topic: (-helped[topic, False], -said[topic], topic),
    )
    return {
        "Answers, those that did not help first": [
            ("topic", "said", "helped", "did not"),
            *((t, str(said[t]), str(helped[t, True]), str(helped[t, False])) for t in topics),
        ],
        "Replies": [
            ("kind", "said"),
            *((kind, str(number)) for kind, number in replies.most_common()),
        ],
    }


def _kind(custom: dict[str, Any]) -> str:
    """Return the type of a reply, with the level of a warning or what was out of scope."""
    detail = custom.get({"escalation": "level", "out_of_scope": "kind"}.get(custom["type"]))
    return f"{custom['type']}: {detail}" if detail else custom["type"]
