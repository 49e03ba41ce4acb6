"""Typed text to plain words: lower case, typos mended, number words as digits."""

import re
import unicodedata
from functools import lru_cache

from text_to_num import alpha2digit

from knowledge import KnowledgeBase
from triage.normalise import Normaliser

MAX_LENGTH = 600
_FRACTIONS = {"½": " and a half", "¼": " and a quarter", "¾": " and a half"}
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_SLASH = re.compile(r"(?<=[a-z])/(?=[a-z])")
_GLUED = re.compile(r"(?<=[0-9])(?!(?:st|nd|rd|th|ish)\b)(?=[a-z])")
_IS = re.compile(r"(?<=[a-z])(?<!let)'s\b")
_LETTERS = {"n": "no", "y": "yes"}
_NUMBER = re.compile(r"(?<![0-9.,])[0-9]{1,4}(?:[.,][0-9]{1,2})?(?![0-9])")
_SHORT_UNITS = {"d": "days", "w": "weeks", "y": "years"}
_SHORT_UNIT = re.compile(r"([0-9]) ?([dwy])\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")


def plain(kb: KnowledgeBase, text: str) -> str:
    """Return the text in lower case, with mended typos and without unusual characters."""
    for sign, words in _FRACTIONS.items():
        text = text.replace(sign, words)
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", text[:MAX_LENGTH]))
    text = _SHORT_UNIT.sub(lambda found: f"{found[1]} {_SHORT_UNITS[found[2].lower()]}", text)
    text = _LETTERS.get(text.strip(" .!").lower(), text)
    return " ".join(_IS.sub(" is", _normaliser(kb)(text)).split())


def digits(text: str) -> str:
    """Return plain text with number words as digits: "seven" to "7", "forty five" to "45"."""
    apart = _GLUED.sub(" ", _SLASH.sub(" / ", _HYPHEN.sub(" ", text)))
    said = alpha2digit(apart, "en", threshold=0)
    return re.sub(r"([0-9]) and a half\b", r"\1.5", said)


def numbers(text: str) -> list[float]:
    """Return the numbers of a text that is in digits, in order."""
    return [float(found.replace(",", ".")) for found in _NUMBER.findall(text)]


@lru_cache(maxsize=512)
def one_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of the phrases as whole words, the longest first."""
    longest = sorted(phrases, key=len, reverse=True)
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+") for phrase in longest)
    return re.compile(rf"(?<![\w'])(?:{joined})(?![\w'])")


def says(text: str, phrases: list[str]) -> bool:
    """Return whether one of the phrases stands in the text."""
    return one_of(tuple(phrases)).search(text) is not None


@lru_cache(maxsize=4)
def _normaliser(kb: KnowledgeBase) -> Normaliser:
    reading = kb.programme.reading
    phrases = [word for question in kb.programme.questions for c in question.choices for word in c.words]
    phrases += [unit for units in reading.units.values() for unit in units]
    phrases += [*reading.typos, *reading.pain, *reading.days, *reading.minutes, *reading.none]
    phrases += [*reading.unsure, *kb.programme.diary.done, *kb.names()["exercise"]]
    phrases += [word for activity in kb.programme.readiness.activities for word in activity.words]
    lexicon = {word for phrase in phrases for word in _WORD.findall(phrase) if len(word) > 3}
    return Normaliser(dict.fromkeys(lexicon, 1), kb.red_flags.cues.written_out)
