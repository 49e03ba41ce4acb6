"""An emergency stays one however it is said: played down, misspelt, about somebody else, beside a question."""

import pytest

from assistant.evaluation import NEGATED, pairs

CHANGES = ("minimised", "family", "typos", "third_person", "question")


@pytest.mark.parametrize("change", CHANGES)
def test_no_emergency_is_lost_by_saying_it_otherwise(server, change):
    lost = [
        (pair["base"], pair[change])
        for pair in pairs()
        if level(server, pair["base"]) == "emergency" and level(server, pair[change]) != "emergency"
    ]
    assert lost == []


def test_most_denied_twins_get_no_false_card(server):
    found = [level(server, pair[NEGATED]) in ("emergency", "urgent") for pair in pairs()]
    assert sum(found) <= 0.15 * len(found)


def level(server, text):
    return server.conversation()(text).card.get("level")
