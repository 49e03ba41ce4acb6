"""The thin Rasa components, without training: messages in, messages out."""

import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.choice import different_questions
from assistant.nlu.entity_extractor import KnowledgeEntityExtractor
from assistant.nlu.ranking import intent_ranking, response_selection
from assistant.nlu.warning_screen import question_beside


def parsed(text, intent="greet"):
    return Message(
        {
            "text": text,
            "intent": {"name": intent, "confidence": 0.8},
            "intent_ranking": [],
            "entities": [],
        }
    )


@pytest.mark.parametrize(
    ("sentences", "reporting", "expected"),
    [
        (["What do I wear?", "My foot drags."], {1}, "What do I wear?"),
        (["My foot drags.", "Thanks."], {0}, ""),
        (["My foot drags, what now?"], {0}, ""),
        (["What do I wear?"], set(), ""),
        (["My foot drags.", "I am 40.", "Can I swim with that?"], {0}, "I am 40. Can I swim with that?"),
    ],
)
def test_the_question_beside_a_warning_sign(sentences, reporting, expected):
    assert question_beside(sentences, reporting) == expected


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


@pytest.mark.parametrize(
    ("scored", "labels"),
    [
        ([("faq/swimming", 0.9), ("faq/referral", 0.8)], ["faq/swimming", "faq/referral"]),
        ([("faq/swimming", 0.9), ("faq/swimming", 0.8)], []),  # one question, asked twice
        ([("faq/swimming", 0.9), ("faq/referral", 0.4)], []),  # not sure enough
        ([("greet", 0.9), ("faq/referral", 0.9)], []),
        (
            [("out_of_scope/medicine", 0.9), ("faq/referral", 0.9)],
            ["out_of_scope/medicine", "faq/referral"],
        ),
        ([("out_of_scope/medicine", 0.9), ("out_of_scope/other", 0.9)], []),
        ([(f"faq/{n}", 0.9) for n in "abcd"], ["faq/a", "faq/b", "faq/c"]),  # at most three
    ],
)
def test_different_questions_are_told_apart(scored, labels):
    assert different_questions(scored) == labels
