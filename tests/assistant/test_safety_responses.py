"""The cards that the safety policy has said."""

import asyncio

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.safety.policy import HELD_SLOT, VERDICT_SLOT
from assistant.safety.responses import SafetyResponses
from assistant.safety.steps import CONFIRMED, ESCALATE, HOLD
from triage import Verdict


@pytest.fixture(scope="module")
def responses():
    return SafetyResponses(None, Domain.empty())


def card(responses, action, sign):
    verdict = Verdict("check", [sign]).as_dict()
    slots = [
        AnySlot(name, mappings=[{}], initial_value=verdict, influence_conversation=False)
        for name in (VERDICT_SLOT, HELD_SLOT)
    ]
    tracker = DialogueStateTracker.from_events("me", [], slots=slots)
    return asyncio.run(responses.generate(action, tracker, ""))["custom"]


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
