"""From the findings of both nets to one verdict."""

import pytest

from knowledge.red_flags import Sign
from triage import Finding, Guess, Thresholds, decide

LIMITS = Thresholds(card=0.4, emergency=0.3, share=0.2, soon=0.6, check=0.3, doubt=0.01, pattern=2.0)
EMERGENCY, URGENT, SOON = "emergency", "urgent", "soon"


def finding(level, status="present", sign="bladder", other=False):
    return Finding(Sign(id=sign, level=level, rules=[]), status, "the words", 0, other)


def guess(emergency=0.0, urgent=0.0, any_sign=0.0):
    signs = {EMERGENCY: "bowel", URGENT: "dvt", SOON: "low-mood"}
    return Guess(signs, emergency, max(urgent, emergency), max(any_sign, urgent, emergency))


@pytest.mark.parametrize(
    ("findings", "guesses", "level", "net"),
    [
        # without the learned net
        ([], [], None, None),
        ([finding(EMERGENCY)], [], EMERGENCY, "patterns"),
        ([finding(URGENT), finding(EMERGENCY, sign="bowel")], [], EMERGENCY, "patterns"),  # highest wins
        ([finding(EMERGENCY, "negated")], [], None, None),
        ([finding(EMERGENCY, "past")], [], "check", "patterns"),
        # both agree
        ([finding(EMERGENCY)], [guess(0.9)], EMERGENCY, "both"),
        # a pattern supports what the learned net finds likely
        ([finding(EMERGENCY)], [guess(0.15)], EMERGENCY, "patterns"),
        ([finding(URGENT)], [guess(urgent=0.15)], URGENT, "patterns"),
        ([finding(SOON)], [guess(any_sign=0.2)], SOON, "patterns"),
        # a plain report that the learned net does not see is asked about, unless it sees nothing at all
        ([finding(EMERGENCY)], [guess(any_sign=0.03)], "check", "patterns"),
        ([finding(EMERGENCY)], [guess(any_sign=0.005)], None, None),
        # the learned net alone
        ([], [guess(emergency=0.6)], EMERGENCY, "learned"),
        ([], [guess(urgent=0.6)], URGENT, "learned"),
        ([], [guess(emergency=0.35)], EMERGENCY, "learned"),  # the higher the stakes, the sooner
        ([], [guess(urgent=0.35)], "check", "learned"),
        ([], [guess(emergency=0.2, urgent=0.6)], EMERGENCY, "learned"),  # plausible: the higher one
        ([], [guess(any_sign=0.9)], SOON, "learned"),
        ([], [guess(any_sign=0.4)], "check", "learned"),
        ([], [guess(any_sign=0.1)], None, None),
        ([], [guess(0.01), guess(0.9), guess(0.1)], EMERGENCY, "learned"),  # the surest part counts
        # a mention that is not a report adds nothing, and takes nothing away
        ([finding(EMERGENCY, "negated")], [guess(0.9)], EMERGENCY, "learned"),
        ([finding(EMERGENCY, "asked")], [guess(0.01)], None, None),
        ([finding(EMERGENCY, "past")], [guess(0.01)], None, None),
    ],
)
def test_verdicts(findings, guesses, level, net):
    verdict = decide(findings, guesses, LIMITS)
    assert (verdict and verdict.level, verdict and verdict.net) == (level, net)


def test_a_verdict_names_signs_and_words_once():
    verdict = decide([finding(EMERGENCY), finding(EMERGENCY)], [], LIMITS)
    assert verdict.signs == ["bladder"]
    assert verdict.words == ["the words", "the words"]


def test_the_first_sign_has_the_level_of_the_verdict():
    assert decide([finding(URGENT, sign="dvt")], [guess(0.9)], LIMITS).signs == ["bowel", "dvt"]
    assert decide([], [guess(emergency=0.2, urgent=0.6)], LIMITS).signs == ["bowel"]
    assert decide([], [guess(any_sign=0.4)], LIMITS).signs == ["unclear"]


def test_the_words_of_a_sign_may_weigh_more():
    plain = Sign(id="suicide", level=EMERGENCY, rules=[])
    surer = plain.copy(update={"weight": 4.0})
    levels = [
        decide([Finding(sign, "present", "the words", 0)], [guess(0.02)], LIMITS).level
        for sign in (plain, surer)
    ]
    assert levels == ["check", EMERGENCY]


def test_a_sign_may_have_a_question_of_its_own_where_it_is_not_clear():
    sign = Sign(id="suicide", level=EMERGENCY, rules=[], ask="unclear-crisis")
    found = [finding(EMERGENCY), Finding(sign, "present", "the words", 0)]
    assert decide(found, [guess(any_sign=0.03)], LIMITS).signs == ["unclear-crisis"]


@pytest.mark.parametrize(("others", "other"), [([True], True), ([True, False], False), ([False], False)])
def test_a_verdict_is_about_another_person_if_all_it_found_is(others, other):
    findings = [finding(EMERGENCY, other=o) for o in others]
    assert decide(findings, [guess(0.9)], LIMITS).about_other is other
