"""Stage advice shows the signs of readiness and leaves the choice to the person."""

import pytest

from programme.readiness import named_activity, way_back, which_stage


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what stage am I in?", "stages-overview"),
        ("I'm in week 5 and mobility is better, what now?", "stage-3"),
        ("I'm in stage 2, when do I move on?", "stage-2"),
        ("pain is less but I am stiff", "stage-2"),
        ("I feel stronger, what next", "stage-4"),
        ("I have strong pain but move better", "stage-1"),
        ("", "stages-overview"),
    ],
)
def test_the_stage_that_words_sound_like(kb, text, topic):
    assert which_stage(kb, text).topic == topic
    assert kb.item(topic) is not None


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how do I know when I can move on from it?", "stage-3"),
        ("when do I move on from stage 2?", "stage-2"),
        ("what stage am I in?", "stages-overview"),
    ],
)
def test_moving_on_means_the_stage_that_was_spoken_of(kb, text, topic):
    assert which_stage(kb, text, spoken_of=3).topic == topic


def test_without_a_sign_all_stages_are_shown_to_choose_from(kb):
    text = which_stage(kb, "what stage am I in?").text
    assert all(f"Stage {n}" in text for n in (1, 2, 3, 4))
    assert "You choose" in text


def test_before_a_stage_the_signs_of_the_one_before_are_checked(kb):
    text = which_stage(kb, "I'm in week 5 and mobility is better, what now?").text
    assert all(sign in text for sign in kb.stages["stage-2"].move_on_when[:-1])
    assert "Weeks alone do not tell your stage" in text


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_named_stage_shows_its_signs_and_the_next(kb, number):
    text = which_stage(kb, f"I am in stage {number}").text
    assert all(sign in text for sign in kb.stages[f"stage-{number}"].move_on_when[:-1])
    assert f"Then look at stage {number + 1}" in text or number == 4


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("when can I run again?", "running"), ("can i go back to jogging", "running"),
        ("when is lifting my toddler ok", "lifting"), ("gym?", "the gym and weights"),
        ("when can I play tenis", "sport"), ("when can I drive", "driving"),
        ("going back to work", "work"), ("when can I knit", None),
    ],
)  # fmt: skip
def test_an_activity_is_named(kb, text, name):
    found = named_activity(kb, text)
    assert (found and found.name) == name


def test_who_names_an_activity_hears_how_to_start_and_the_limit(kb):
    said = way_back(kb, "when can I run again?")
    assert "short runs with walks" in said and "within 24 hours" in said
    assert way_back(kb, "when can I knit?") is None


def test_all_stages_end_with_the_remark_that_is_left_off(kb):
    assert {stage.move_on_when[-1] for stage in kb.stages.values()} == {
        "This is a general guide. You choose with your physio."
    }
