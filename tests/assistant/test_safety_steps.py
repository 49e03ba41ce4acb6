"""The safety policy, step by step."""

import pytest

from assistant.safety.steps import (
    CONFIRMED,
    ESCALATE,
    HOLD,
    HOLD_ENDED,
    LISTEN,
    Situation,
    Step,
    next_step,
)

CALM = frozenset({"referral"})


@pytest.mark.parametrize(
    ("situation", "step"),
    [
        # a warning sign
        (Situation("faq", level="emergency"), Step(ESCALATE, "emergency")),
        (Situation("greet", level="urgent"), Step(ESCALATE, "urgent")),
        (Situation("faq", level="soon"), Step(ESCALATE)),
        (Situation("faq", level="check"), Step(ESCALATE)),
        # what came along is answered below an emergency only
        (Situation("faq", ("referral",), "emergency", question=True, done=[ESCALATE]), Step(LISTEN)),
        (
            Situation("faq", ("referral",), "urgent", question=True, done=[ESCALATE]),
            Step("action_answer_topic"),
        ),
        (Situation("faq", ("referral",), "urgent", question=False, done=[ESCALATE]), Step(LISTEN)),
        (Situation("faq", ("ex-plank",), "urgent", question=True, done=[ESCALATE]), Step(LISTEN)),
        (
            Situation("faq", ("ex-plank",), "check", question=True, done=[ESCALATE]),
            Step("action_answer_topic"),
        ),
        (Situation("greet", level="check", question=True, done=[ESCALATE]), Step(LISTEN)),
        (
            Situation("faq", level="check", question=True, done=[ESCALATE, "action_answer_topic"]),
            Step(LISTEN),
        ),
        # the line is held
        (Situation("faq", ("ex-plank",), hold="emergency"), Step(HOLD)),
        (Situation("another_exercise", hold="urgent"), Step(HOLD)),
        (Situation("request_plan", hold="urgent"), Step(HOLD)),
        (Situation("nlu_fallback", hold="emergency"), Step(HOLD)),
        (Situation("another_exercise", hold="urgent", done=[HOLD]), Step(LISTEN)),
        (Situation("faq", ("referral",), hold="urgent", calm_topics=CALM), None),
        (Situation("thanks", hold="emergency"), None),
        # until it was checked
        (Situation("report_checked", hold="emergency"), Step(HOLD_ENDED, "")),
        (Situation("report_checked"), None),
        # the card that asks
        (Situation("affirm", last_card="check"), Step(CONFIRMED, "emergency")),
        (Situation("deny", last_card="check"), None),
        (Situation("affirm", last_card="soon"), None),
        (Situation("report_warning_sign"), Step(ESCALATE)),
        # nothing to do with safety
        (Situation("faq", ("ex-plank",)), None),
        (Situation(None), None),
    ],
)
def test_next_step(situation, step):
    assert next_step(situation) == step
