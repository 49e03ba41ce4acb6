"""Which item of the knowledge base a message is about."""

import pytest

from actions.understanding import asked_item, likely_item, meant_exercise, nearest_items


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
    ("text", "understood", "before", "meant"),
    [
        ("how do I stretch it?", "ex-hip-flexor", "cause-piriformis", "ex-piriformis"),
        ("how do I do that one", "ex-hip-flexor", "ex-plank", "ex-plank"),
        (
            "how do I stretch my hip?",
            "ex-hip-flexor",
            "cause-piriformis",
            "ex-hip-flexor",
        ),  # points at nothing
        ("how do I stretch it?", "ex-hip-flexor", "referral", "ex-hip-flexor"),  # nothing to point at
        ("how do I stretch it?", "ex-hip-flexor", None, "ex-hip-flexor"),
        ("is it normal?", "referral", "cause-piriformis", "referral"),  # no exercise
    ],
)
def test_what_it_means(kb, message, text, understood, before, meant):
    asked = {**message(f"faq/{understood}"), "text": text}
    assert meant_exercise(kb, asked, kb.item(understood), kb.item(before)).id == meant


def test_a_named_exercise_is_meant_as_named(kb, message):
    asked = {**message("faq/ex-plank", exercise="ex-plank"), "text": "and how does it go, the plank?"}
    assert meant_exercise(kb, asked, kb.item("ex-plank"), kb.item("cause-piriformis")).id == "ex-plank"
