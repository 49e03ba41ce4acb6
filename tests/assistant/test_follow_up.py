"""Corrections and continuations are read together with the message before."""

import pytest

from assistant.nlu.follow_up import FollowUps
from assistant.shared import knowledge_base


@pytest.fixture(scope="module")
def follow_ups():
    return FollowUps(knowledge_base().vocabulary)


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("best way to sleep with it", "I meant sit, not sleep", "best way to sit with it"),
        ("best way to sleep with it", "not sleep, I meant SIT", "best way to SIT with it"),
        ("tell me about stage 2 mate", "nah not 2, i mean 3", "tell me about stage 3 mate"),
        ("how do I do the bird bog", "*bird dog", "bird dog"),
        ("how do I do the bird bog", "bird dog*", "bird dog"),
        ("hi", "I meant to ask about a referral", "to ask about a referral"),
        ("stretch?", "i ment the piriformis. How to stretch it?", "the piriformis. How to stretch it?"),
    ],
)
def test_the_fullest_reading_of_a_correction_comes_first(follow_ups, before, text, expected):
    assert follow_ups.corrected(before, text)[0] == expected


def test_what_only_stands_beside_the_right_word_is_left_out_at_last(follow_ups):
    assert follow_ups.corrected("how do I do the bird bog", "*bird dog, sorry hun")[-1] == "bird dog"


@pytest.mark.parametrize(
    "text",
    [
        "can I swim",
        "no, not that",
        "that is not what I asked",
        "I meant the standing one",  # about the last exercise, not the last message
        "no I meant the one before",
        "it hurts *a lot* today",
        "",
    ],
)
def test_other_messages_are_no_corrections(follow_ups, text):
    assert follow_ups.corrected("how do I sleep", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and in the car?", "How should I sit in the car?"),
        ("n at work", "How should I sit at work"),
        ("what about on a plane", "How should I sit on a plane"),
        ("and what about my chair", "How should I sit my chair"),
        ("in the car?", None),
        ("android phones", None),
        ("and?", None),
        ("and then my sister came to stay and we moved the whole shop", None),
    ],
)
def test_a_short_addition_goes_on_from_the_question_before(follow_ups, text, expected):
    assert follow_ups.continued("How should I sit?", text) == expected
