"""Builds the trackers and messages that actions read, and runs an action on them."""

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher


@pytest.fixture
def message():
    """Make a parsed message: what was understood, what it names, what came near."""

    def make(understood=None, near=(), confidence=0.9, **entities):
        intent, _, key = (understood or "nlu_fallback").partition("/")
        ranking = [understood] if intent == "faq" else []
        ranking += [f"faq/{name}" for name in near]
        selector = {
            "faq": {"ranking": [{"intent_response_key": k, "confidence": confidence} for k in ranking]}
        }
        if key:
            selector.setdefault(intent, {})["response"] = {"intent_response_key": understood}
        return {
            "text": "...",
            "intent": {"name": intent, "confidence": confidence},
            "entities": [{"entity": name, "value": value} for name, value in entities.items()],
            "response_selector": selector,
        }

    return make


@pytest.fixture
def run():
    """Run an action; returns the messages it sends and the slots it sets."""

    def run_action(action, latest, slots=None, earlier=()):
        events = [{"event": "user", "text": "...", "parse_data": m} for m in (*earlier, latest)]
        tracker = Tracker("me", slots or {}, latest, events, False, None, {}, None)
        dispatcher = CollectingDispatcher()
        set_slots = {e["name"]: e["value"] for e in action.run(dispatcher, tracker, {})}
        return dispatcher.messages, set_slots

    return run_action
