"""What counts as a fault in a conversation of the benchmark."""

import pytest

from assistant import dialogue_evaluation as de

CARD = {"text": "Call 999.", "custom": {"type": "escalation", "level": "emergency"}}
ANSWER = {
    "text": "Yes, swim.",
    "buttons": [{"title": "How?", "payload": "/faq"}],
    "custom": {"type": "answer"},
}


@pytest.mark.parametrize(
    ("turn", "reply", "found"),
    [
        ({"must": ["swim"]}, [ANSWER], ""),
        ({"must": ["how"]}, [ANSWER], ""),
        ({"must": ["ice"]}, [ANSWER], "lacks /ice/"),
        ({"must_not": ["swim"]}, [ANSWER], "has /swim/"),
        ({"level": "emergency"}, [CARD], ""),
        ({"level": "urgent"}, [CARD], ""),
        ({"level": "urgent"}, [ANSWER], "level none for urgent"),
        ({"level": "none"}, [CARD], "level emergency for none"),
        ({"level": "none"}, [ANSWER], ""),
        ({"must": ["swim"]}, [], "lacks /swim/"),
    ],
)
def test_faults(turn, reply, found):
    assert de.fault(turn, reply) == found


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Thanks. How bad is it, 0 to 10?", "six"),
        ("How bad was it? And how long have you had it?", "a week"),
        ("What is your name?", None),
        ("Your plan: walking. How bad is it, 0 to 10?", None),
    ],
)
def test_a_form_is_answered_until_it_is_done(said, answer):
    answers = [{"ask": "how bad", "say": "six"}, {"ask": "how long", "say": "a week"}]
    assert de.form_answer(said, "your plan", answers) == answer


def test_the_tables_name_the_first_fault():
    dialogues = [{"id": "a", "title": "swim"}, {"id": "b", "title": "ice"}]
    tables = de.fault_tables(dialogues, [["", ""], ["", "“x” lacks /y/"]])
    assert tables["Dialogues"] == [("all turns right", 1, 2), ("turns", 3, 4)]
    ((name, hits, n),) = list(tables.values())[1]
    assert name == "b, ice: “x” lacks /y/"
    assert (hits, n) == (1, 2)
