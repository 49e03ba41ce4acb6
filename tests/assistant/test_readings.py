"""Other ways to read a message."""

import pytest

from assistant.nlu.choice import STORY_WORDS, is_vague, speaks_of, tells_of_oneself
from assistant.nlu.readings import Readings, name_of, sentences


@pytest.fixture(scope="module")
def readings(kb):
    return Readings(kb)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("n how lng do i hld it", "and how long do i hold it"),
        ("cn i swm", "can i swim"),
        ("hw do i do teh pirifomis strech", "how do i do teh piriformis stretch"),
        ("wat bout wlkin", "what bout walking"),
        ("Can I swim?", None),
        ("my PT said no", None),
        ("", None),
    ],
)
def test_spelling_is_mended_towards_the_content(readings, typed, read):
    assert readings.mended(typed) == read


@pytest.mark.parametrize(
    ("item", "typed", "read"),
    [
        ("cause-piriformis", "can it cause sciatica?", ["can the piriformis muscle cause sciatica?"]),
        ("ex-plank", "how do I do that one", ["how do I do Plank"]),
        ("stage-2", "how long does it take", ["how long does stage 2 take"]),
        ("stage-2", "what would I do there?", ["what would I do stage 2?"]),
        ("stage-2", "is there a stretch for the hips?", []),
        ("cause-piriformis", "can stress cause sciatica?", []),
        ("causes-list", "how is it treated?", []),  # about no one thing
        (
            "ex-seated-hamstring",
            "no, the standing one",
            ["no, the standing stretch", "the standing stretch"],
        ),
        (
            "ex-seated-hamstring",
            "naw the other one, the standing",
            ["naw the the standing stretch", "the standing stretch"],
        ),
        ("ex-plank", "the easier one please", ["the easier exercise please", "the easier exercise"]),
        (
            "stage-2",
            "oops, I meant the final one",
            ["oops, I meant the final stage", "the final stage"],
        ),
        (
            "ex-standing-hamstring",
            "whats the other one again, the sitting 1",
            ["whats the other one again, the sitting stretch", "the sitting stretch"],
        ),
    ],
)
def test_what_it_stands_for(kb, readings, item, typed, read):
    assert readings.about(kb.item(item), typed) == read


@pytest.mark.parametrize(
    ("item", "typed", "read"),
    [
        ("stage-2", "and the next one?", "stage 3"),
        ("stage-2", "what about the stage before it", "stage 1"),
        ("stage-2", "the last one please", "stage 4"),
        ("stages-overview", "tell me more about the second one", "stage 2"),
        ("stages-overview", "and the next one?", None),  # next to which?
        ("stage-4", "and the next stage?", None),  # there is none
        ("ex-plank", "and the next one?", None),
        ("stage-2", "what do I do in it?", None),
        ("stages-overview", "and the last?", "stage 4"),
        ("stage-2", "is that the one", None),
        ("stage-3", "And what's next after that?", "stage 4"),
        ("stages-overview", "then what?", None),
    ],
)
def test_a_stage_is_named_by_its_place(kb, readings, item, typed, read):
    assert readings.other_stage(kb.item(item), typed) == read


@pytest.mark.parametrize(
    ("scored", "vague"),
    [
        (("repeat", 0.9), True),
        (("faq/stage-1", 0.9), True),
        (("exercise_detail/steps", 0.9), True),
        (("ask_stage", 0.9), False),
        (("ask_stage", 0.2), True),
    ],
)
def test_only_a_vague_message_asks_for_just_that_stage(scored, vague):
    assert is_vague([scored]) == vague


@pytest.mark.parametrize(
    ("text", "parts"),
    [("brilliant. both sides?", ["brilliant.", "both sides?"]), ("both sides?", []), ("", [])],
)
def test_the_sentences_of_a_story(text, parts):
    assert sentences(text) == parts


def test_every_exercise_and_stage_has_a_name(kb):
    assert all(name_of(item) for item in (*kb.exercises.values(), *kb.stages.values()))


@pytest.mark.parametrize(
    ("typed", "in_context", "taken"),
    [
        (("faq/causes-list", 0.9), ("faq/cause-piriformis", 0.8), True),
        (("faq/causes-list", 0.9), ("faq/swimming", 0.8), False),  # nothing to do with it
        (("faq/causes-list", 0.9), ("faq/cause-piriformis", 0.3), False),  # not sure
        (("exercise_detail/hold", 0.9), ("faq/cause-piriformis", 0.8), False),  # understood already
        (("chitchat/weather", 0.2), ("faq/cause-piriformis", 0.8), True),
        (("misunderstood", 0.9), ("faq/cause-piriformis", 0.8), True),  # only the beginning
        (("out_of_scope/diagnosis", 0.9), ("faq/cause-piriformis", 0.8), True),
        (("out_of_scope/medicine", 0.9), ("faq/cause-piriformis", 0.8), False),
    ],
)
def test_a_question_is_about_the_last_answer_only_where_it_belongs_to_it(typed, in_context, taken):
    family = {"faq/cause-piriformis", "faq/ex-piriformis"}
    assert speaks_of(family, [typed], [in_context], of_exercise=True) == taken


def test_after_a_topic_a_detail_of_an_exercise_is_asked_of_the_exercise_that_belongs_to_it():
    typed, in_context = [("exercise_detail/steps", 0.9)], [("faq/ex-piriformis", 0.8)]
    assert speaks_of({"faq/ex-piriformis"}, typed, in_context, of_exercise=False)


@pytest.mark.parametrize(
    ("words", "label", "story"),
    [
        (STORY_WORDS, "out_of_scope/diagnosis", True),
        (STORY_WORDS, "faq/swimming", False),
        (STORY_WORDS - 1, "out_of_scope/diagnosis", False),
    ],
)
def test_a_long_story_may_be_taken_for_what_a_doctor_is_asked(words, label, story):
    assert tells_of_oneself("word " * words, [(label, 0.9)]) == story
