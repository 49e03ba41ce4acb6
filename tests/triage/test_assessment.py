"""From the findings of both nets to one verdict."""

import pytest

from knowledge.red_flags import Sign
from triage import Finding, Guess, Thresholds, decide

LIMITS = Thresholds(emergency=0.5, urgent=0.5, soon=0.8, check=0.3, confirm=0.4, dismiss=0.05)
EMERGENCY, URGENT = "emergency", "urgent"


def finding(level, status="present", sign="bladder"):
    return Finding(Sign(id=sign, level=level, rules=[]), status, "the words", 0)


def guess(emergency=0.0, urgent=0.0, any_sign=0.0):
    return Guess("dvt", URGENT, emergency, max(urgent, emergency), max(any_sign, urgent, emergency))


@pytest.mark.parametrize(
    ("findings", "guesses", "level", "net"),
    [
        ([], [], None, None),
        ([finding(EMERGENCY)], [], EMERGENCY, "patterns"),
        ([finding(URGENT), finding(EMERGENCY, sign="bowel")], [], EMERGENCY, "patterns"),  # highest wins
        ([finding(EMERGENCY)], [guess(0.9)], EMERGENCY, "both"),
        ([finding(EMERGENCY)], [guess(0.2)], EMERGENCY, "patterns"),
        ([], [guess(emergency=0.6)], EMERGENCY, "learned"),
        ([], [guess(urgent=0.6)], URGENT, "learned"),
        ([], [guess(any_sign=0.9)], "soon", "learned"),
        ([], [guess(any_sign=0.4)], "check", "learned"),
        ([], [guess(any_sign=0.1)], None, None),
        ([finding(EMERGENCY, "negated")], [], None, None),
        ([finding(EMERGENCY, "asked")], [guess(0.01)], None, None),
        ([finding(EMERGENCY, "negated")], [guess(0.9)], EMERGENCY, "learned"),  # the other net disagrees
        ([finding(EMERGENCY, "past")], [], "check", "patterns"),
        ([finding(EMERGENCY, "hypothetical")], [guess(0.2)], "check", "patterns"),
        ([finding(EMERGENCY, "past")], [guess(0.45)], EMERGENCY, "patterns"),  # confirmed
        ([finding(EMERGENCY, "past")], [guess(0.01)], None, None),  # neither net sees anything
        (
            [finding(EMERGENCY)],
            [guess(0.01)],
            "check",
            "patterns",
        ),  # a plain report is always asked about
    ],
)
def test_verdicts(findings, guesses, level, net):
    verdict = decide(findings, guesses, LIMITS)
    assert (verdict and verdict.level, verdict and verdict.net) == (level, net)


def test_the_surest_sentence_counts():
    assert decide([], [guess(0.01), guess(0.9), guess(0.1)], LIMITS).level == EMERGENCY


def test_a_verdict_names_signs_and_words_once():
    verdict = decide([finding(EMERGENCY), finding(EMERGENCY)], [], LIMITS)
    assert verdict.signs == ["bladder"]
    assert verdict.words == ["the words", "the words"]
