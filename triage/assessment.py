"""From what the two nets found to one verdict: which card, for which signs, and why.

The first net is the screen (patterns and cues), the second a classifier that learned. Where they
agree, or one is sure, the card comes; where one doubts, the assistant asks.
"""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from knowledge.cards import UNCLEAR
from knowledge.red_flags import LEVELS, Level
from triage.finding import Finding

Net = Literal["patterns", "learned", "both"]
# Only these silence a sign: a direct negation, or a clear question about the subject.
SILENCING = {"negated", "asked"}


@dataclass(frozen=True)
class Guess:
    """What the learned net makes of one stretch of text.

    Attributes:
        sign: the likeliest sign.
        level: its level.
        emergency: probability that the text reports any emergency sign.
        urgent: probability that it reports any sign of level urgent or emergency.
        any: probability that it reports any sign.
    """

    sign: str
    level: Level
    emergency: float
    urgent: float
    any: float


@dataclass(frozen=True)
class Thresholds:
    """Probabilities from which the learned net counts; set by cross-validation at training.

    Attributes:
        emergency, urgent, soon: alone enough for the card of that level.
        check: enough to ask.
        confirm: enough where a pattern with an unclear status points the same way.
        dismiss: below this, what only a pattern says is asked about, and a doubtful mention is let go.
    """

    emergency: float = 0.8
    urgent: float = 0.8
    soon: float = 0.8
    check: float = 0.5
    confirm: float = 0.5
    dismiss: float = 0.02


@dataclass(frozen=True)
class Verdict:
    """The card a message calls for."""

    level: Level
    signs: list[str]
    words: list[str] = field(default_factory=list)
    net: Net = "patterns"
    about_other: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for an entity's value."""
        return asdict(self)


def decide(findings: list[Finding], guesses: list[Guess], thresholds: Thresholds) -> Verdict | None:
    """Return the verdict for a message, None where nothing speaks for a warning sign.

    Args:
        findings: of the screen, for the whole message.
        guesses: of the learned net, for each sentence and the whole; empty where it is not there.
        thresholds: see `Thresholds`.
    """
    emergency = max((guess.emergency for guess in guesses), default=0.0)
    urgent = max((guess.urgent for guess in guesses), default=0.0)
    any_sign = max((guess.any for guess in guesses), default=0.0)
    present = [f for f in findings if f.status == "present"]
    doubtful = [f for f in findings if f.status not in SILENCING and f.status != "present"]

    if guesses and any_sign < thresholds.dismiss:
        # Both nets see nothing to worry about in a doubtful mention; a plain, grave one is asked about.
        present, doubtful = [], [f for f in present if f.sign.level != "soon"]
    if doubtful and urgent >= thresholds.confirm:
        present, doubtful = present + doubtful, []
    learned = _learned_level(emergency, urgent, any_sign, thresholds)
    patterns = min((f.sign.level for f in present), key=LEVELS.index, default=None)
    if patterns is None and learned is None:
        if doubtful or any_sign >= thresholds.check:
            return Verdict(
                "check", [UNCLEAR], [f.words for f in doubtful], "patterns" if doubtful else "learned"
            )
        return None

    level = min((lv for lv in (patterns, learned) if lv), key=LEVELS.index)
    signs = [f.sign.id for f in present]
    if learned == level and patterns != level:
        signs = [_likeliest(guesses, level), *signs]
    net: Net = "both" if patterns and learned else "patterns" if patterns else "learned"
    return Verdict(level, list(dict.fromkeys(signs)), [f.words for f in present], net)


def _learned_level(
    emergency: float, urgent: float, any_sign: float, thresholds: Thresholds
) -> Level | None:
    if emergency >= thresholds.emergency:
        return "emergency"
    if urgent >= thresholds.urgent:
        return "urgent"
    return "soon" if any_sign >= thresholds.soon else None


def _likeliest(guesses: list[Guess], level: Level) -> str:
    """Return the likeliest sign of a level; the guess that is surest of a sign decides."""
    of_level = [guess for guess in guesses if guess.level == level]
    return max(of_level or guesses, key=lambda guess: guess.any).sign
