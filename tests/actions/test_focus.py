"""What "it" means, and how long it does."""

import time

import pytest
from rasa_sdk import Tracker

from actions.focus import REMEMBERED, exercise_in_focus, focus_on, topic_in_focus

PLANK = {"topic": "ex-plank", "exercise": "ex-plank"}


def tracker(**slots):
    return Tracker("me", slots, {}, [], False, None, {}, None)


def after(events, **slots):
    return tracker(**{**slots, **{event["name"]: event["value"] for event in events}})


@pytest.mark.parametrize(("silence", "meant"), [(60, "ex-plank"), (REMEMBERED + 1, None)])
def test_it_means_nothing_after_a_long_silence(silence, meant):
    said = tracker(**PLANK, focus_since=time.time() - silence)
    assert topic_in_focus(said) == exercise_in_focus(said) == meant


def test_an_answer_is_in_focus_from_now_on(kb):
    said = after(focus_on(kb.item("ex-plank"), tracker()))
    assert topic_in_focus(said) == exercise_in_focus(said) == "ex-plank"


@pytest.mark.parametrize(("silence", "exercise"), [(60, "ex-plank"), (REMEMBERED + 1, None)])
def test_a_topic_keeps_a_fresh_exercise_in_focus_only(kb, silence, exercise):
    slots = {**PLANK, "focus_since": time.time() - silence}
    said = after(focus_on(kb.item("referral"), tracker(**slots)), **slots)
    assert topic_in_focus(said) == "referral"
    assert exercise_in_focus(said) == exercise
