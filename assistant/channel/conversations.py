"""Finds and deletes conversations in Rasa's tracker store, which keeps all that the server holds of one.

Rasa 3.6 can neither delete a conversation nor look up a message without building the whole tracker, so
each kind of store has these operations here. Another store needs its three functions registered.
"""

import json
from functools import singledispatch
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import (
    FailSafeTrackerStore,
    InMemoryTrackerStore,
    RedisTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)

from assistant.channel import turns

Turn = dict[str, Any]


def prepare(store: TrackerStore) -> None:
    """Check that a store can be used, and keep what people typed out of its error messages.

    Raises:
        NotImplementedError: it is of a kind that is not supported.
    """
    _, *kinds = _delete.registry
    primary = _stores(store)[0]
    if not isinstance(primary, tuple(kinds)):
        raise _unsupported(primary)
    if isinstance(primary, SQLTrackerStore):
        primary.engine.hide_parameters = True


async def history(store: TrackerStore, sender: str) -> list[Turn]:
    """Return all turns of a conversation, oldest first."""
    return turns.from_events(await _events(_stores(store)[0], sender))


async def find(store: TrackerStore, sender: str, message_id: str) -> Turn | None:
    """Return the turn of a message that was answered before, None where there is none."""
    if not _mentions(_stores(store)[0], sender, message_id):
        return None
    said = await history(store, sender)
    return next((turn for turn in said if turn["id"] == message_id), None)


def delete(store: TrackerStore, sender: str) -> None:
    """Delete a conversation, also where it was kept while the store was out of reach."""
    for each in _stores(store):
        _delete(each, sender)


def _stores(store: TrackerStore) -> list[TrackerStore]:
    """Return what is behind Rasa's wrapper: the store, and the one in memory for when it fails."""
    if isinstance(store, FailSafeTrackerStore):
        return [store._tracker_store, store.fallback_tracker_store]
    return [store]


def _unsupported(store: TrackerStore) -> NotImplementedError:
    return NotImplementedError(
        f"The chat cannot delete conversations from {type(store).__name__}. "
        "Use SQL, redis or in_memory as tracker_store in endpoints.yml."
    )


@singledispatch
def _delete(store: TrackerStore, sender: str) -> None:
    raise _unsupported(store)


@_delete.register
def _(store: SQLTrackerStore, sender: str) -> None:
    with store.engine.begin() as connection:
        if store.engine.dialect.name == "sqlite":
            connection.execute(sa.text("PRAGMA secure_delete = ON"))  # overwrite, not only unlink
        connection.execute(sa.delete(store.SQLEvent).where(store.SQLEvent.sender_id == sender))


@_delete.register
def _(store: RedisTrackerStore, sender: str) -> None:
    store.red.delete(store.key_prefix + sender)


@_delete.register
def _(store: InMemoryTrackerStore, sender: str) -> None:
    store.store.pop(sender, None)


@singledispatch
def _mentions(store: TrackerStore, sender: str, message_id: str) -> bool:
    """Whether the id stands somewhere in the conversation: quick, and rarely true."""
    raise _unsupported(store)


@_mentions.register
def _(store: SQLTrackerStore, sender: str, message_id: str) -> bool:
    event = store.SQLEvent
    query = sa.select(event.id).where(
        event.sender_id == sender, event.type_name == "user", event.data.contains(message_id)
    )
    with store.engine.connect() as connection:
        return connection.execute(query.limit(1)).first() is not None


@_mentions.register
def _(store: RedisTrackerStore, sender: str, message_id: str) -> bool:
    return message_id in (store.red.get(store.key_prefix + sender) or "")


@_mentions.register
def _(store: InMemoryTrackerStore, sender: str, message_id: str) -> bool:
    return message_id in store.store.get(sender, "")


@singledispatch
async def _events(store: TrackerStore, sender: str) -> list[dict[str, Any]]:
    tracker = await store.retrieve_full_tracker(sender)
    return [event.as_dict() for event in tracker.events] if tracker else []


@_events.register
async def _(store: SQLTrackerStore, sender: str) -> list[dict[str, Any]]:
    event = store.SQLEvent
    query = sa.select(event.data).where(event.sender_id == sender, event.type_name.in_(["user", "bot"]))
    with store.engine.connect() as connection:
        return [json.loads(data) for data in connection.execute(query.order_by(event.id)).scalars()]
