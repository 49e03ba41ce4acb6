"""What a text names, and the conversation, decide between labels that are close."""

import pytest

from assistant.nlu.choice import agreeing, is_answered, speaks_of, tells_of_oneself
from assistant.shared import knowledge_base

BRIDGE = {"entity": "exercise", "value": "ex-glute-bridge"}
IRELAND = {"entity": "country", "value": "IE"}


@pytest.fixture(scope="module")
def exercise():
    return knowledge_base().item("ex-plank")


@pytest.fixture(scope="module")
def topic():
    return knowledge_base().item("dry-needling")


@pytest.mark.parametrize(
    ("scored", "named", "expected"),
    [
        ([("out_of_scope/other", 0.9), ("faq/ex-glute-bridge", 0.8)], [BRIDGE], "faq/ex-glute-bridge"),
        ([("out_of_scope/other", 0.9), ("faq/ex-glute-bridge", 0.4)], [BRIDGE], "out_of_scope/other"),
        ([("out_of_scope/other", 0.9), ("faq/ex-glute-bridge", 0.8)], [], "out_of_scope/other"),
        (
            [("out_of_scope/medicine", 0.9), ("faq/ex-glute-bridge", 0.8)],
            [BRIDGE],
            "out_of_scope/medicine",
        ),
        ([("log_exercises", 0.9), ("faq/ex-glute-bridge", 0.8)], [BRIDGE], "log_exercises"),
        ([("faq/red-flags", 1.0), ("inform_country", 0.9)], [IRELAND], "inform_country"),
        ([("faq/red-flags", 1.0), ("faq/ex-glute-bridge", 0.9)], [BRIDGE], "faq/red-flags"),
        ([("faq/driving", 1.0), ("inform_country", 0.9)], [IRELAND], "faq/driving"),
        ([("out_of_scope/diagnosis", 0.9), ("inform_country", 0.8)], [IRELAND], "inform_country"),
    ],
)
def test_a_name_speaks_for_its_label(scored, named, expected, topic):
    chosen = agreeing(scored, named, topic, exercise=True)
    assert chosen[0] == (expected, scored[0][1])  # as sure as the best, or Rasa falls back
    assert sorted(label for label, _ in chosen) == sorted(label for label, _ in scored)


def test_what_is_asked_of_an_exercise_needs_one(topic):
    scored = [("exercise_detail/equipment", 0.97), ("faq/what-to-wear", 0.96)]
    assert agreeing(scored, [], topic, exercise=False)[0][0] == "faq/what-to-wear"
    assert agreeing(scored, [], topic, exercise=True)[0][0] == "exercise_detail/equipment"
    unsure = [("exercise_detail/equipment", 0.97), ("faq/what-to-wear", 0.3)]
    assert agreeing(unsure, [], None, exercise=False)[0][0] == "exercise_detail/equipment"


def test_after_an_exercise_its_details_are_not_out_of_scope(exercise, topic):
    scored = [("out_of_scope/other", 0.83), ("exercise_detail/hold", 0.73)]
    assert agreeing(scored, [], exercise, exercise=True)[0][0] == "exercise_detail/hold"
    assert agreeing(scored, [], topic, exercise=True)[0][0] == "out_of_scope/other"


def test_a_question_that_names_its_own_topic_is_not_about_the_last_answer():
    family, typed = {"faq/manual-therapy"}, [("faq/dry-needling", 0.99)]
    still = [("faq/manual-therapy", 0.99), ("faq/dry-needling", 0.98)]
    gone = [("faq/manual-therapy", 0.99), ("faq/dry-needling", 0.3)]
    assert not speaks_of(family, typed, still, of_exercise=False)
    assert speaks_of(family, typed, gone, of_exercise=False)
    beside_a_detail = [("exercise_detail/why", 0.99), *typed]
    assert not speaks_of(family, beside_a_detail, still, of_exercise=False)
    unsure = [("exercise_detail/why", 0.99), ("faq/dry-needling", 0.8)]
    assert speaks_of(family, unsure, still, of_exercise=False)


def test_what_only_sounds_like_an_exercise_is_about_the_last_answer():
    typed = [("faq/ex-hip-flexor", 0.91), ("faq/ex-piriformis", 0.86)]
    in_context = [("faq/ex-piriformis", 0.97), ("faq/ex-hip-flexor", 0.7)]
    assert speaks_of({"faq/ex-piriformis"}, typed, in_context, of_exercise=False)


@pytest.mark.parametrize(
    ("label", "sureness", "answered"),
    [("faq/driving", 0.5, True), ("faq/driving", 0.49, False), ("exercise_detail/hold", 0.9, True),
     ("ask_stage", 0.9, True), ("repeat", 0.9, False), ("out_of_scope/other", 0.9, False)],
)  # fmt: skip
def test_only_the_content_answers(label, sureness, answered):
    assert is_answered([(label, sureness)]) == answered


def test_a_long_story_is_no_diary_entry():
    assert tells_of_oneself("and then " * 25, [("log_pain", 0.9)])
    assert not tells_of_oneself("pain was four today", [("log_pain", 0.9)])
