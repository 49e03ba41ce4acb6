"""Which item of the knowledge base a message is about."""

import pytest

from actions.understanding import asked_item, leads_away, likely_item, nearest_items


@pytest.mark.parametrize(
    ("understood", "entities", "expected"),
    [
        ("faq/why-pt", {}, "why-pt"),
        ("faq/why-pt", {"topic": "referral"}, "referral"),  # a button outranks the classifier
        ("faq/ex-plank", {"exercise": "ex-bird-dog"}, "ex-bird-dog"),  # a name decides between exercises
        ("faq/stage-1", {"stage": "stage-3"}, "stage-3"),
        ("faq/why-core", {"exercise": "ex-plank"}, "why-core"),  # but not against another kind
        ("faq/gone", {}, None),
        (None, {}, None),
    ],
)
def test_the_item_that_is_asked_for(kb, message, understood, entities, expected):
    item = asked_item(kb, message(understood, **entities))
    assert (item.id if item else None) == expected


def test_nearest_items_begin_with_what_is_named(kb, message):
    near = nearest_items(kb, message(near=["why-pt", "gone", "referral"], exercise="ex-plank"))
    assert [item.id for item in near] == ["ex-plank", "why-pt", "referral"]


def test_an_item_is_likely_from_a_confidence_on(kb, message):
    assert likely_item(kb, message(near=["why-pt"], confidence=0.4)).id == "why-pt"
    assert likely_item(kb, message(near=["why-pt"], confidence=0.1)) is None
    assert likely_item(kb, {"text": "hi"}) is None


@pytest.mark.parametrize(
    ("intent", "away"),
    [
        ("faq/swimming", True),
        ("cancel", True),
        ("out_of_scope/medicine", True),
        ("out_of_scope/gibberish", False),
        ("log_pain", False),
        ("deny", False),
        (None, False),
    ],
)
def test_what_leads_away_from_a_question(message, intent, away):
    assert leads_away(message(intent)) == away
