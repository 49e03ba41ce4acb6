"""The report counts what was said and what helped, and shows nothing that anybody typed."""

import asyncio

import pytest
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from assistant import report

NOW = 1_000_000.0


def answer(topic, at=NOW):
    return {"event": "bot", "timestamp": at, "data": {"custom": {"type": "answer", "topic": topic}}}


def card(level):
    custom = {"type": "escalation", "topic": None, "level": level}
    return {"event": "bot", "timestamp": NOW, "data": {"custom": custom}}


def feedback(*judged, at=NOW):
    value = [{"topic": topic, "helpful": helpful} for topic, helpful in judged]
    return {"event": "slot", "name": "feedback", "value": value, "timestamp": at}


@pytest.fixture
def conversations():
    return [
        [answer("ice"), feedback(("ice", True)), answer("ice"), feedback(("ice", True), ("ice", False))],
        [answer("swimming"), answer("swimming"), card("urgent"), {"event": "user", "timestamp": NOW}],
    ]


def test_what_did_not_help_comes_first(conversations):
    rows = report.count(conversations, since=0)["Answers, those that did not help first"]
    assert rows[1:] == [("ice", "2", "1", "1"), ("swimming", "2", "0", "0")]


def test_replies_are_counted_by_kind(conversations):
    _, *rows = report.count(conversations, since=0)["Replies"]
    assert rows == [("answer", "4"), ("escalation: urgent", "1")]


def test_what_was_said_before_does_not_count():
    old = [answer("ice", at=1), feedback(("ice", False), at=1), feedback(("ice", False), ("ice", True))]
    rows = report.count([old], since=NOW)["Answers, those that did not help first"]
    assert rows[1:] == [("ice", "0", "1", "0")]


def test_conversations_come_from_the_store_that_the_endpoints_name(tmp_path):
    database = tmp_path / "kept.db"
    store = SQLTrackerStore(Domain.empty(), db=str(database))
    custom = {"type": "out_of_scope", "topic": "out_of_scope/medicine", "kind": "medicine"}
    said = DialogueStateTracker.from_events(
        "me", [UserUttered("my secret"), BotUttered("...", {"custom": custom}), SlotSet("topic", "ice")]
    )
    asyncio.run(store.save(said))
    endpoints = tmp_path / "endpoints.yml"
    endpoints.write_text(f"tracker_store: {{type: SQL, dialect: sqlite, db: {database}}}\n")
    tables = report.tables(endpoints, since=0)
    assert tables["Replies"][1:] == [("out_of_scope: medicine", "1")]
    assert "secret" not in str(tables)
