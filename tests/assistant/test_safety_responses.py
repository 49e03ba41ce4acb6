"""The cards that the safety policy has said."""

import asyncio

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.safety.policy import HELD_SLOT, VERDICT_SLOT
from assistant.safety.responses import COUNTRY_SLOT, SafetyResponses
from assistant.safety.steps import CONFIRMED, ESCALATE, HOLD, HOLD_SLOT
from triage import Verdict

COUNTRY_NOTED = "utter_country_noted"


@pytest.fixture(scope="module")
def responses():
    return SafetyResponses(None, Domain.empty())


def reply(responses, action, **values):
    slots = [
        AnySlot(name, mappings=[{}], initial_value=value, influence_conversation=False)
        for name, value in values.items()
    ]
    tracker = DialogueStateTracker.from_events("me", [], slots=slots)
    return asyncio.run(responses.generate(action, tracker, ""))


def card(responses, action, sign):
    verdict = Verdict("check", [sign]).as_dict()
    return reply(responses, action, **{VERDICT_SLOT: verdict, HELD_SLOT: verdict})["custom"]


@pytest.mark.parametrize(
    ("action", "level", "sign"),
    [
        (ESCALATE, "check", "unclear-crisis"),
        (CONFIRMED, "emergency", "suicide"),
        (HOLD, "emergency", "suicide"),
    ],
)
def test_a_yes_to_the_question_about_despair_brings_the_crisis_lines(responses, action, level, sign):
    said = card(responses, action, "unclear-crisis")
    assert (said["level"], said["red_flags"], said["kind"]) == (level, [sign], "crisis")
    assert any(contact["for"] == "crisis" for contact in said["contacts"])


@pytest.mark.parametrize(("action", "level"), [(ESCALATE, "check"), (CONFIRMED, "emergency")])
def test_a_yes_to_the_question_about_other_signs_is_an_emergency(responses, action, level):
    said = card(responses, action, "unclear")
    assert (said["level"], said["kind"]) == (level, "medical")


def test_who_names_a_country_after_a_warning_gets_its_numbers_on_the_card_again(responses):
    held = {HELD_SLOT: Verdict("emergency", ["suicide"]).as_dict(), HOLD_SLOT: "emergency"}
    said = reply(responses, COUNTRY_NOTED, **{COUNTRY_SLOT: "NZ"}, **held)
    assert "New Zealand" in said["text"]
    assert {"111", "1737"} <= {contact["number"] for contact in said["custom"]["contacts"]}
    assert "custom" not in reply(responses, COUNTRY_NOTED, **{COUNTRY_SLOT: "NZ"})
