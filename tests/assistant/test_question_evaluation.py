"""The tables and the picture about questions of the public benchmarks."""

import struct

import pytest

from assistant.question_evaluation import (
    OUT_OF_SCOPE,
    QUESTIONS,
    confusions,
    heat_map,
    label,
    out_of_scope_tables,
    question_tables,
    records,
)


def parsed(intent, key=None, questions=None, **entities):
    """What Rasa makes of a message."""
    selector = {intent: {"response": {"intent_response_key": f"{intent}/{key}"}}} if key else {}
    # The selection of a retrieval intent is there also where it is not the best intent.
    selector.setdefault("faq", {"response": {"intent_response_key": "faq/bed-rest"}})
    return {
        "intent": {"name": intent},
        "entities": [{"entity": name, "value": value} for name, value in entities.items()],
        "response_selector": selector,
        **({"questions": questions} if questions else {}),
    }


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (parsed("faq", "why-pt"), "faq/why-pt"),
        (parsed("faq", "why-pt", exercise="ex-plank"), "faq/why-pt"),
        (parsed("faq", "ex-bird-dog", exercise="ex-plank"), "faq/ex-plank"),
        (parsed("faq", "gone-from-the-content"), "faq/gone-from-the-content"),
        (parsed("out_of_scope", "medicine"), "out_of_scope/medicine"),
        (parsed("nlu_fallback"), "nlu_fallback"),
        (parsed("greet"), "greet"),
        (parsed("faq", "why-pt", ["faq/swimming", "faq/why-pt"]), "faq/swimming + faq/why-pt"),
    ],
)
def test_the_label_is_what_the_message_is_answered_as(kb, message, expected):
    assert label(kb, message) == expected


def asked(topic, found, style="plain"):
    return {"topic": topic, "style": style, "text": "..."}, found


def test_questions_are_hit_by_their_own_topic_alone_and_the_worst_comes_first():
    tables = question_tables(
        [
            asked("swimming", "faq/swimming"),
            asked("why-pt", "faq/why-pt"),
            asked("why-pt", "faq/pt-goals", "typo"),
            asked("why-pt", "faq/pt-goals", "typo"),
            asked("bed-rest", "nlu_fallback"),
            asked("massage", "faq/massage"),
            asked("massage", "faq/swimming + faq/massage"),
        ]
    )
    assert list(tables.values()) == [
        [("its topic alone", 3, 7), ("its topic among the answers", 4, 7)],
        [("typo", 0, 2), ("plain", 3, 5)],
        [("bed-rest", 0, 1), ("why-pt", 1, 3), ("massage", 1, 2)],
        [
            ("why-pt → pt-goals", 2, 3),
            ("bed-rest → nlu_fallback", 1, 1),
            ("massage → swimming", 1, 2),
        ],
    ]


@pytest.mark.parametrize(
    ("kind", "found", "untaught", "met"),
    [
        ("medicine", "out_of_scope/medicine", 1, 1),
        ("medicine", "out_of_scope/diagnosis", 1, 0),
        ("medicine", "faq/treatments-overview", 0, 0),
        ("medicine", "exercise_detail/hold", 0, 0),
        ("medicine", "nlu_fallback", 1, 0),
        ("medicine", "out_of_scope/medicine + faq/swimming", 0, 0),
        ("chitchat", "greet", 1, 1),
        ("chitchat", "chitchat/joke", 1, 1),
        ("abuse", "greet", 1, 0),
        ("gibberish", "nlu_fallback", 1, 1),
    ],
)
def test_out_of_scope_is_not_taught_and_understood_as_its_kind(kind, found, untaught, met):
    tables = out_of_scope_tables([({"kind": kind, "text": "..."}, found)])
    assert list(tables.values()) == [
        [("not answered with a fact", untaught, 1), ("understood as its kind", met, 1)],
        [(kind, untaught, 1)],
        [(kind, met, 1)],
    ]


def test_the_worst_kind_comes_first():
    judged = [({"kind": "other"}, "out_of_scope/other"), ({"kind": "medicine"}, "faq/massage")]
    for rows in list(out_of_scope_tables(judged).values())[1:]:
        assert rows == [("medicine", 0, 1), ("other", 1, 1)]


def test_each_wrong_label_is_one_confusion():
    pairs = [("a", "faq/a"), ("a", "faq/b"), ("a", "faq/b + faq/a"), ("a", "faq/c + out_of_scope/other")]
    assert confusions(pairs) == {("a", "faq/b"): 2, ("a", "faq/c"): 1, ("a", "out_of_scope/other"): 1}


@pytest.mark.parametrize(
    ("pairs", "least", "most"),
    [
        ([], 300, 800),
        ([("why-pt", "faq/why-pt"), ("why-pt", "nlu_fallback")], 300, 800),
        ([("why-pt", "faq/pt-goals")], 300, 800),
        # Many topics make it larger, so that no label lies on another.
        ([(f"topic-{i}", f"faq/topic-{i + 1}") for i in range(60)], 1500, 3500),
    ],
    ids=["no question", "nothing confused", "one pair", "many pairs"],
)
def test_the_picture_is_a_png_of_sensible_size(tmp_path, pairs, least, most):
    file = tmp_path / "results" / "confusions.png"
    heat_map(pairs, file)
    head = file.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert all(least <= side <= most for side in struct.unpack(">II", head[16:]))


@pytest.mark.parametrize(
    ("file", "keys"), [(QUESTIONS, {"topic", "style", "text"}), (OUT_OF_SCOPE, {"kind", "text"})]
)
def test_the_benchmarks_have_the_fields_that_the_tables_need(file, keys):
    assert {frozenset(record) for record in records(file)} == {frozenset(keys)}
