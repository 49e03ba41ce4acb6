"""Conversations are found and deleted in each kind of store, in real databases."""

import asyncio
import uuid

import pytest
from rasa.core.tracker_store import (
    DynamoTrackerStore,
    FailSafeTrackerStore,
    InMemoryTrackerStore,
    RedisTrackerStore,
    SQLTrackerStore,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

from assistant.channel import conversations

DOMAIN = Domain.empty()
BUTTONS = [{"title": "Can I swim?", "payload": '/faq{"topic":"swimming"}'}]


@pytest.fixture(params=["memory", "sqlite", "postgresql", "redis"])
def store(request, tmp_path):
    kind = request.param
    if kind == "memory":
        store = InMemoryTrackerStore(DOMAIN)
    elif kind == "sqlite":
        store = SQLTrackerStore(DOMAIN, db=str(tmp_path / "chats.db"))
    elif kind == "postgresql":
        port = request.getfixturevalue("postgresql_port")
        host = {"host": "127.0.0.1", "port": port, "username": "postgres", "db": "postgres"}
        store = SQLTrackerStore(DOMAIN, dialect="postgresql", **host)
    else:
        store = RedisTrackerStore(DOMAIN, host="127.0.0.1", port=request.getfixturevalue("redis_port"))
    return FailSafeTrackerStore(store)


def said(text, message_id, channel="chat", **metadata):
    return UserUttered(
        text,
        input_channel=channel,
        message_id=message_id,
        metadata={"at": "2026-11-21T15:00:00Z", **metadata},
    )


def replied(text, **data):
    return BotUttered(text, {"buttons": None, "custom": None, "image": None, **data})


def kept(store, *events):
    """Save a conversation and return its sender."""
    tracker = DialogueStateTracker(uuid.uuid4().hex, DOMAIN.slots)
    for event in events:
        tracker.update(event)
    asyncio.run(store.save(tracker))
    return tracker.sender_id


def history(store, sender):
    return asyncio.run(conversations.history(store, sender))


def find(store, sender, message_id):
    return asyncio.run(conversations.find(store, sender, message_id))


def test_the_history_holds_turns_with_whole_replies(store):
    sender = kept(
        store,
        SessionStarted(),
        ActionExecuted("action_listen"),
        said("What is sciatica?", "id-1"),
        ActionExecuted("action_answer_topic"),
        replied("Pain from a nerve.", buttons=BUTTONS, custom={"type": "answer"}),
        replied("Anything else?"),
        ActionExecuted("action_listen"),
        said('/faq{"topic":"swimming"}', "id-2", title="Can I swim?"),
        replied("Yes."),
    )
    assert history(store, sender) == [
        {
            "id": "id-1",
            "at": "2026-11-21T15:00:00Z",
            "text": "What is sciatica?",
            "messages": [
                {"text": "Pain from a nerve.", "buttons": BUTTONS, "custom": {"type": "answer"}},
                {"text": "Anything else?"},
            ],
        },
        {
            "id": "id-2",
            "at": "2026-11-21T15:00:00Z",
            "text": '/faq{"topic":"swimming"}',
            "title": "Can I swim?",
            "messages": [{"text": "Yes."}],
        },
    ]


def test_the_history_goes_back_beyond_a_pause(store):
    sender = kept(
        store, SessionStarted(), said("one", "id-1"), replied("1"),
        SessionStarted(), said("two", "id-2"), replied("2"),
    )  # fmt: skip
    assert [turn["text"] for turn in history(store, sender)] == ["one", "two"]
    assert find(store, sender, "id-1")["messages"] == [{"text": "1"}]


def test_other_channels_and_conversations_are_not_shown(store):
    sender = kept(store, said("over REST", "id-1", channel="rest"), said("here", "id-2"), replied("yes"))
    other = kept(store, said("private", "id-3"), replied("yes"))
    assert [turn["text"] for turn in history(store, sender)] == ["here"]
    assert find(store, sender, "id-3") is None
    assert find(store, other, "id-3")["text"] == "private"


def test_an_id_in_a_text_is_not_a_message(store):
    message_id, named = str(uuid.uuid4()), str(uuid.uuid4())
    sender = kept(store, said(f"my number is {named}", message_id), replied("ok"))
    assert find(store, sender, named) is None
    assert find(store, sender, message_id)["messages"] == [{"text": "ok"}]


def test_a_conversation_is_deleted_and_no_other(store):
    mine, other = kept(store, said("mine", "id-1")), kept(store, said("other", "id-2"))
    conversations.delete(store, mine)
    assert history(store, mine) == []
    assert asyncio.run(store.retrieve_full_tracker(mine)) is None
    assert [turn["text"] for turn in history(store, other)] == ["other"]


def test_nothing_to_delete_is_no_error(store):
    conversations.delete(store, uuid.uuid4().hex)


def test_what_was_kept_while_the_store_was_down_is_deleted_too(store):
    sender = uuid.uuid4().hex
    tracker = DialogueStateTracker(sender, DOMAIN.slots)
    asyncio.run(store.fallback_tracker_store.save(tracker))
    conversations.delete(store, sender)
    assert asyncio.run(store.fallback_tracker_store.retrieve(sender)) is None


def test_deleted_words_are_gone_from_the_file(tmp_path):
    store = SQLTrackerStore(DOMAIN, db=str(tmp_path / "chats.db"))
    sender = kept(store, said("my very private words", "id-1"))
    assert b"private" in (tmp_path / "chats.db").read_bytes()
    conversations.delete(store, sender)
    assert b"private" not in (tmp_path / "chats.db").read_bytes()


def test_a_store_without_deletion_is_refused_at_start():
    store = DynamoTrackerStore.__new__(DynamoTrackerStore)
    with pytest.raises(NotImplementedError, match="Use SQL, redis or in_memory as tracker_store"):
        conversations.prepare(store)


def test_errors_of_the_database_do_not_show_what_was_typed(tmp_path):
    store = SQLTrackerStore(DOMAIN, db=str(tmp_path / "chats.db"))
    conversations.prepare(store)
    store.engine.execute(
        "CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(SQLAlchemyError) as raised:
        kept(store, said("my very private words", "id-1"))
    assert "full" in str(raised.value)
    assert "private" not in str(raised.value)
