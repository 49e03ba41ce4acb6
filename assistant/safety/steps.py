"""What the safety policy does next. Pure: a situation in, one step out.

The order of the checks is the order of importance: a warning sign first, then the line that is held
after one, then everything else (which is not for this policy).
"""

from dataclasses import dataclass, field

ESCALATE, CONFIRMED, DENIED = "utter_escalation", "utter_escalation_again", "utter_escalation_denied"
HOLD, HOLD_ENDED = "utter_hold_line", "utter_hold_ended"
LISTEN = "action_listen"
# The level that is held until it was checked, and the level of the last card.
HOLD_SLOT, CARD_SLOT = "safety_hold", "last_card"
WARNING_INTENT, CHECKED_INTENT = "report_warning_sign", "report_checked"

HOLDING_LEVELS = ("emergency", "urgent")
# What may follow a card from `urgent` down: the answer to the question that came along.
FOLLOW_UPS = {
    "faq": "action_answer_topic",
    "exercise_detail": "action_exercise_detail",
    "out_of_scope": "utter_out_of_scope",
    "ask_source": "action_cite_sources",
}
# While the line is held these go on as usual; everything else brings the warning again.
ALLOWED_IN_HOLD = {"greet", "goodbye", "thanks", "ask_source", "human_handover", "capabilities",
                   "bot_challenge", "inform_country"}  # fmt: skip


@dataclass(frozen=True)
class Situation:
    """What the policy knows when it is asked.

    Attributes:
        intent: of the last message.
        topics: ids of the items that the last message asks for.
        level: level of the warning sign in the last message, None without one.
        question: whether the last message asks something beside the sign.
        hold: level of the warning that is still held, None if none is.
        calm_topics: items that may be answered while the line is held.
        last_card: level of the card that the bot showed just before the last message.
        done: actions since the last message, oldest first.
    """

    intent: str | None
    topics: tuple[str, ...] = ()
    level: str | None = None
    question: bool = False
    hold: str | None = None
    calm_topics: frozenset[str] = frozenset()
    last_card: str | None = None
    done: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """The next action, and the level to hold from now on (`None`: as it is, "": no more)."""

    action: str
    hold: str | None = None


def next_step(now: Situation) -> Step | None:
    """Return the next step, or None where the other policies decide."""
    if now.level:
        return _after_sign(now)
    if now.intent == WARNING_INTENT:
        return Step(ESCALATE) if not now.done else Step(LISTEN)
    if now.last_card == "check" and now.intent == "affirm":
        return Step(CONFIRMED, hold="emergency") if not now.done else Step(LISTEN)
    if now.hold:
        return _while_held(now)
    return None


def _after_sign(now: Situation) -> Step:
    if not now.done:
        return Step(ESCALATE, hold=now.level if now.level in HOLDING_LEVELS else None)
    if now.done == [ESCALATE] and now.level != "emergency" and now.question and not _moves(now):
        return Step(FOLLOW_UPS.get(now.intent or "", LISTEN))
    return Step(LISTEN)


def _moves(now: Situation) -> bool:
    """Whether an answer would be about exercise, which nobody should do with an urgent sign."""
    if now.level not in HOLDING_LEVELS:
        return False
    return now.intent == "exercise_detail" or any(t.startswith(("ex-", "stage-")) for t in now.topics)


def _while_held(now: Situation) -> Step | None:
    if now.intent == CHECKED_INTENT:
        return Step(HOLD_ENDED, hold="") if not now.done else Step(LISTEN)
    calm = bool(now.topics) and now.calm_topics.issuperset(now.topics)
    if now.intent in ALLOWED_IN_HOLD or (now.intent == "faq" and calm):
        return None
    return Step(HOLD) if not now.done else Step(LISTEN)
