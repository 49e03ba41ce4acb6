"""From what the two nets found to one verdict: which card, for which signs, and why.

The first net is the screen (patterns and cues), the second a classifier that learned. Their evidence
is pooled: a pattern that reports a sign raises the probability that the learned net gives. Where
neither is sure, the assistant asks.
"""

import math
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from knowledge.cards import UNCLEAR
from knowledge.red_flags import LEVELS, Level
from triage.finding import Finding

Net = Literal["patterns", "learned", "both"]
# Only these silence a sign: a direct negation, or a clear question about the subject.
SILENCING = {"negated", "asked"}
_SMALLEST = 1e-6


@dataclass(frozen=True)
class Guess:
    """What the learned net makes of one stretch of text.

    Attributes:
        signs: the likeliest sign of each level.
        emergency: probability that the text reports any emergency sign.
        urgent: probability that it reports any sign of level urgent or emergency.
        any: probability that it reports any sign.
    """

    signs: dict[Level, str]
    emergency: float
    urgent: float
    any: float


@dataclass(frozen=True)
class Thresholds:
    """When the pooled probabilities count. `card` is set on held-out messages at training.

    Attributes:
        card: probability of a sign of level urgent or emergency, from which its card comes.
        emergency: probability of an emergency from which its card comes: to miss one is worse.
        share: share of the first probability that an emergency must have to come first: where two
            levels are plausible the higher one is taken.
        soon: probability of any sign, from which the card of level soon comes.
        check: probability of any sign, from which the assistant asks.
        doubt: what the learned net must see at least, so that a pattern alone makes the assistant ask.
        pattern: what a pattern adds to the log-odds. A regression on messages that were written after
            the rules gave 1.9 to 2.3, by level.
    """

    card: float = 0.3
    emergency: float = 0.25
    share: float = 0.2
    soon: float = 0.5
    check: float = 0.3
    doubt: float = 0.005
    pattern: float = 2.0


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
        guesses: of the learned net, for each part of the message; empty where it is not there.
        thresholds: see `Thresholds`.
    """
    present = [f for f in findings if f.status == "present"]
    doubtful = [f for f in findings if f.status not in SILENCING and f.status != "present"]
    named = min((f.sign.level for f in present), key=LEVELS.index, default=None)
    if not guesses:
        level = named or ("check" if doubtful else None)
        return _verdict(level, present or doubtful, [], "patterns") if level else None

    level = _level(guesses, present, thresholds)
    alone = _level(guesses, [], thresholds)
    seen = max(guess.any for guess in guesses) >= thresholds.doubt
    if level is None and seen and named in ("emergency", "urgent"):
        level = "check"
    if level is None:
        return None
    net: Net = "learned" if named is None else "patterns" if alone is None else "both"
    return _verdict(level, present, guesses, net)


def _level(guesses: list[Guess], present: list[Finding], thresholds: Thresholds) -> Level | None:
    """Return the level that the probabilities call for, pooled with what the patterns found."""

    def pooled(probability: float, *levels: Level) -> float:
        """Add the weight of the patterns that speak for a level."""
        share = min(max(probability, _SMALLEST), 1 - _SMALLEST)
        weights = (f.sign.weight or thresholds.pattern for f in present if f.sign.level in levels)
        log_odds = math.log(share / (1 - share)) + max(weights, default=0)
        return 1 / (1 + math.exp(-log_odds))

    emergency = pooled(max(guess.emergency for guess in guesses), "emergency")
    urgent = pooled(max(guess.urgent for guess in guesses), "emergency", "urgent")
    any_sign = pooled(max(guess.any for guess in guesses), *LEVELS)
    if emergency >= thresholds.emergency:
        return "emergency"
    if urgent >= thresholds.card:
        return "emergency" if emergency >= thresholds.share * urgent else "urgent"
    if any_sign >= thresholds.soon:
        return "soon"
    return "check" if any_sign >= thresholds.check else None


def _verdict(level: Level, findings: list[Finding], guesses: list[Guess], net: Net) -> Verdict:
    words = [f.words for f in findings]
    other = bool(findings) and all(f.about_other for f in findings)
    named = sorted(findings, key=lambda f: LEVELS.index(f.sign.level))
    if level == "check":
        asking = next((f.sign.ask for f in named if f.sign.ask), UNCLEAR)
        return Verdict(level, [asking], words, net, other)
    signs = [f.sign.id for f in named if LEVELS.index(f.sign.level) >= LEVELS.index(level)]
    if not named or named[0].sign.level != level:  # the learned net says so
        signs.insert(0, max(guesses, key=lambda guess: guess.any).signs[level])
    return Verdict(level, list(dict.fromkeys(signs)), words, net, other)
