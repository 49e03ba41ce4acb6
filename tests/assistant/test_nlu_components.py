"""The thin Rasa components, without training: messages in, messages out."""

import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.entity_extractor import KnowledgeEntityExtractor
from assistant.nlu.intent_classifier import intent_ranking, response_selection
from assistant.nlu.red_flag_screen import RedFlagScreen
from triage import Screen


@pytest.fixture(scope="module")
def screen(kb):
    return RedFlagScreen(Screen(kb.red_flags))


def parsed(text, intent="greet"):
    return Message(
        {
            "text": text,
            "intent": {"name": intent, "confidence": 0.8},
            "intent_ranking": [],
            "entities": [],
        }
    )


def entities(message, name):
    return [e["value"] for e in message.get("entities") if e["entity"] == name]


@pytest.mark.parametrize(
    ("text", "intent", "kind"),
    [
        ("I can't pee", "greet", "spinal"),
        ("I want to die and I can't pee", "faq", "crisis"),
        ("What if I lose control of my bladder?", "faq", "unclear"),
        ("something feels off", "report_warning_sign", "unclear"),
    ],
)
def test_a_warning_sign_outranks_the_intent(screen, text, intent, kind):
    (message,) = screen.process([parsed(text, intent)])
    assert message.get("intent") == {"name": "report_warning_sign", "confidence": 1.0}
    assert message.get("intent_ranking")[0] == message.get("intent")
    assert entities(message, "red_flag_kind") == [kind]


@pytest.mark.parametrize("text", ["Why is losing bladder control dangerous?", "hello", ""])
def test_other_messages_are_left_alone(screen, text):
    (message,) = screen.process([parsed(text)])
    assert message.get("intent")["name"] == "greet"
    assert message.get("entities") == []


def test_the_extractor_adds_entities_with_their_place():
    (message,) = KnowledgeEntityExtractor().process([parsed("a plank now")])
    (entity,) = message.get("entities")
    assert (entity["entity"], entity["value"], entity["start"], entity["end"]) == (
        "exercise",
        "ex-plank",
        2,
        7,
    )
    assert entity["extractor"] == "KnowledgeEntityExtractor"


SCORED = [("faq/why-pt", 0.9), ("greet", 0.4), ("faq/referral", 0.3), ("chitchat/joke", 0.1)]


def test_a_retrieval_intent_counts_as_its_best_response():
    assert intent_ranking(SCORED) == [
        {"name": "faq", "confidence": 0.9},
        {"name": "greet", "confidence": 0.4},
        {"name": "chitchat", "confidence": 0.1},
    ]


def test_each_retrieval_intent_selects_its_response():
    selected = response_selection(SCORED)
    assert selected["faq"]["response"]["intent_response_key"] == "faq/why-pt"
    assert [r["intent_response_key"] for r in selected["faq"]["ranking"]] == [
        "faq/why-pt",
        "faq/referral",
    ]
    assert selected["chitchat"]["response"]["utter_action"] == "utter_chitchat/joke"
    assert "greet" not in selected
