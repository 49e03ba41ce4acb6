import pytest

from actions.exercise_detail import ActionExerciseDetail


@pytest.mark.parametrize(
    ("slots", "entities", "expected"),
    [
        ({"exercise": "ex-plank"}, {}, "Plank"),
        ({"exercise": "ex-plank"}, {"exercise": "ex-wall-sit"}, "Wall sit"),  # the name said now wins
        ({}, {"exercise": "ex-wall-sit"}, "Wall sit"),
    ],
)
def test_the_exercise_named_or_in_focus_is_meant(message, run, slots, entities, expected):
    sent, set_slots = run(ActionExerciseDetail(), message("exercise_detail/hold", **entities), slots)
    assert sent[0]["text"].startswith(f"{expected}: Hold for ")
    assert set_slots["exercise"].startswith("ex-")


def test_the_whole_exercise_can_be_asked_for_again(message, run):
    sent, _ = run(ActionExerciseDetail(), message("exercise_detail/steps"), {"exercise": "ex-plank"})
    assert sent[0]["custom"]["type"] == "exercise"


def test_without_an_exercise_the_likeliest_topic_answers(message, run):
    sent, _ = run(ActionExerciseDetail(), message("exercise_detail/frequency", near=["consistency"]))
    assert sent[0]["custom"]["topic"] == "consistency"


def test_without_an_exercise_or_topic_it_asks(message, run):
    sent, _ = run(ActionExerciseDetail(), message("exercise_detail/hold"))
    assert sent[0]["response"] == "utter_which_exercise"
    assert len(sent[0]["buttons"]) == 3


def test_what_to_ask_next_is_offered(kb, message, run):
    sent, _ = run(ActionExerciseDetail(), message("exercise_detail/why"), {"exercise": "ex-plank"})
    assert {b["title"] for b in sent[0]["buttons"]} >= set(kb.wording.exercise_follow_ups)
