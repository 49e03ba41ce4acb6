"""Numbers in answers: a pain score, minutes a day, a stage."""

import math
import re

from knowledge import KnowledgeBase
from programme.reading.plain import digits, numbers, one_of, says

LEAST_MINUTES, MOST_MINUTES = 5, 60
_OUT_OF_HUNDRED = re.compile(r"([0-9]{1,3})\s*(?:%|percent|per cent|out of 100|/\s*100)")
_OUT_OF_TEN = re.compile(r"\s*(?:out of|outta|outa|of|on|over|/|from)\s*(?:a )?10\b")
_TIME = r"[0-9]+(?:[.,][0-9]+)?(?:\s*(?:-|to|or)\s*[0-9]+)?\s*-?\s*"
_NOT_THIS = re.compile(r"\bnot (?:a |an |really |quite |at )*[0-9]+(?:[.,][0-9]+)?")
_ABOVE = re.compile(r"\b(?:more than|above|over|higher than)\s+(?:a |an )?([0-9]{1,2})\b")
_ZERO = re.compile(r"\b(?:no pain|pain free|painless|without pain|nothing|none|does not hurt)\b")
_CLAUSE = re.compile(r"[,;.!?](?:\s|$)|\bbut\b|\band now\b")
_WEEK_NUMBER = re.compile(
    r"\b(?:week|day|month)s?\s*(?:number\s*)?[0-9]+|\b[0-9]+\s*(?:week|day|month)s?\b"
)
_HALF_HOURS = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*(?:hours?|hrs?|h)\b")
_TIMES_A_DAY = re.compile(r"\b(?:(twice)|([23]) times|([23]) ?x)\b")
# "The last one" is no stage 1.
_NO_NUMBER_ONE = re.compile(
    r"\b(first|second|third|fourth|last|final|1st|2nd|3rd|4th|which|that|this|next|easy|early) ones?\b"
)
_GLUED_STAGE = re.compile(r"\bstage([1-4])\b")
_PER_WEEK = re.compile(r"\b(?:a|per|each|every|in a)\s+week\b|\bweekly\b")


def pain(kb: KnowledgeBase, text: str) -> int | None:
    """Return the pain score said in plain text, 0 to 10, or None.

    Of a range, and of several scores, the highest counts: the plan then starts more gently. Where a part
    of the message is about now, only that part counts.
    """
    said = _without_times(kb, digits(text))
    said = _OUT_OF_HUNDRED.sub(lambda found: str(math.ceil(int(found[1]) / 10)), said)
    said = _NOT_THIS.sub(" ", _OUT_OF_TEN.sub(" ", said))
    said = _ABOVE.sub(lambda found: f" {int(found[1]) + 1} ", said)
    now = [c for c in _CLAUSE.split(said) if c and says(c, kb.programme.reading.now) and numbers(c)]
    found = [number for number in numbers(" ; ".join(now) or said) if number <= 12]
    if found:
        return min(math.ceil(max(found)), 10)
    return 0 if _ZERO.search(said) else None


def likely_pain(kb: KnowledgeBase, text: str) -> list[int]:
    """Return the scores that a word like "unbearable" may stand for, to ask with."""
    for words, scores in sorted(kb.programme.reading.pain.items(), key=lambda pair: -len(pair[0])):
        if says(text, [words]):
            return list(scores)
    return []


def minutes(kb: KnowledgeBase, text: str) -> int | None:
    """Return minutes a day, 5 to 60, or None. Of a range the lower end counts."""
    reading = kb.programme.reading
    for phrase in sorted(reading.minutes, key=len, reverse=True):
        if says(text, [phrase]):
            return reading.minutes[phrase]
    said = re.sub(r"\b(?:an|a|the|full|whole) hour\b", "60", digits(text))
    said = _HALF_HOURS.sub(lambda found: str(round(float(found[1].replace(",", ".")) * 60)), said)
    often = _TIMES_A_DAY.search(said)
    times = 1 if not often else 2 if often[1] else int(often[2] or often[3])
    found = [number for number in numbers(_TIMES_A_DAY.sub(" ", said)) if number > 0]
    if not found or _PER_WEEK.search(said):
        return None
    return min(max(math.ceil(min(found) * times), LEAST_MINUTES), MOST_MINUTES)


def stage(kb: KnowledgeBase, text: str) -> int | None:
    """Return the one stage that is named by number or name, or None."""
    said = _GLUED_STAGE.sub(r"stage \1", _NO_NUMBER_ONE.sub(r"\1", _WEEK_NUMBER.sub(" ", text)))
    named = {s.number for s in kb.stages.values() if says(said, [s.name.lower(), *s.aliases])}
    if not named:
        named = {n for n, words in kb.vocabulary.stage_numbers.items() if says(said, _numerals(words))}
    return named.pop() if len(named) == 1 else None


def _numerals(words: list[str]) -> list[str]:
    """Return the words without the Roman "i", which is mostly a person."""
    return [word for word in words if word != "i"]


def _without_times(kb: KnowledgeBase, text: str) -> str:
    units = [word for words in kb.programme.reading.units.values() for word in words if len(word) > 1]
    pattern = one_of(tuple(units)).pattern
    return re.sub(rf"{_TIME}{pattern}|\b[0-9]+\s*(?:times|x)\b", " ", text)
