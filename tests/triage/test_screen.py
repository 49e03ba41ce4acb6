"""Warning signs by sign and status. One line, one message."""

import pytest

from triage import Screen


@pytest.fixture(scope="module")
def screen(kb):
    return Screen(kb.red_flags)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("I can't pee", "bladder"),
        ("i cant pee since yesterday", "bladder"),
        ("I have lost control of my bladder", "bladder"),
        ("My husband wet himself twice", "bladder"),
        ("I keep leaking urine", "bladder"),
        ("can\u2019t hold my bowels", "bowel"),
        ("I soiled myself on the bus", "bowel"),
        ("I am numb between my legs", "saddle"),
        ("My groin has gone numb", "saddle"),
        ("I can't feel it when I wipe", "saddle"),
        ("I want to die", "suicide"),
        ("I am thinking of ending my life", "suicide"),
        ("No idea what to wear. I can't pee.", "bladder"),  # a negation ends with its sentence
    ],
)
def test_reports_are_found(screen, text, sign):
    assert sign in {f.sign.id for f in screen(text) if f.status == "present"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I have no numbness between my legs", "negated"),
        ("I am not suicidal", "negated"),
        ("Why is losing bladder control dangerous?", "asked"),
        ("What if I lose control of my bladder?", "unclear"),
        ("Years ago I lost control of my bladder", "unclear"),
    ],
)
def test_other_mentions_are_told_apart(screen, text, status):
    assert {f.status for f in screen(text)} == {status}


@pytest.mark.parametrize(
    "text",
    ["", "   ", "this pain is killing me", "how do I do cat-cow?", "my leg is dead tired", "🦵🔥"],
)
def test_nothing_is_found_where_nothing_is(screen, text):
    assert screen(text) == []


def test_a_finding_says_which_words_it_was(screen):
    assert screen("Since Monday I can not pass any water.")[0].words == "can not pass any water"
