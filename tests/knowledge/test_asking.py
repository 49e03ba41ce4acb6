"""Which questions a text holds."""

import pytest

from knowledge.asking import asks, split


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("hi! what causes sciatica and can I swim?", ["what causes sciatica", "can I swim?"]),
        (
            "Do I need a referral? Also what should I wear?",
            ["Do I need a referral?", "Also what should I wear?"],
        ),
        ("My leg hurts since May. I sit all day. Is walking good for it?", ["Is walking good for it?"]),
        (
            "how do I do the plank; how often should I do it",
            ["how do I do the plank", "how often should I do it"],
        ),
        (
            "What causes it, how long does it last, and should I walk?",
            ["What causes it", "how long does it last", "should I walk?"],
        ),
        ("when I sit down, what should I do", ["when I sit down, what should I do"]),
        ("what is the difference between ice and heat", ["what is the difference between ice and heat"]),
        ("sciatica meaning", []),
        ("", []),
    ],
)
def test_the_questions_of_a_message(kb, text, questions):
    assert split(kb.vocabulary.openings, text) == questions


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("can I swim", True),
        ("and what about ice", True),
        ("it hurts?", True),
        ("sitting mostly", False),
        ("", False),
    ],
)
def test_a_question_is_seen_with_and_without_its_mark(kb, text, asked):
    assert asks(kb.vocabulary.openings, text) == asked
