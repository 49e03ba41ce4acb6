"""Typed text to plain words: phone English written out, typos and lost spaces mended.

Only words that no English dictionary knows are changed, and only into words that the warning signs
use. So a correctly spelt word never turns into a warning sign.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from symspellpy import SymSpell, Verbosity

# The most frequent words; rarer "words" of the list are typos themselves ("alot", "bladde").
_MIN_FREQUENCY = 30_000
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u00b4": "'"})
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_REPEATED = re.compile(r"([^\W\d])\1{2,}")
_VOWELS = re.compile(r"[aeiou]")
# Of the words that a text without vowels may stand for ("hld"), one must be so many times as frequent.
_CLEARLY = 3
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Return the frequent words of the dictionary that comes with symspellpy."""
    words = files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    pairs = (line.split() for line in words.read_text("utf-8-sig").splitlines() if line.strip())
    return frozenset(word for word, count in pairs if int(count) >= _MIN_FREQUENCY)


class Normaliser:
    """Mends text towards a given set of words."""

    def __init__(self, lexicon: Mapping[str, int], written_out: dict[str, str]) -> None:
        """Prepare the dictionaries.

        Args:
            lexicon: the lower-case words that matter, and how often each is used; typos are mended
                into these only, and where several are as near, into the most frequent.
            written_out: phone English and contractions without apostrophe: "cant" to "can not".
        """
        self._lexicon = lexicon
        self._written_out = written_out
        self._known = english_words() | lexicon.keys() | written_out.keys()
        self._without_vowels = _without_vowels(lexicon)
        self._speller = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for word in sorted(lexicon.keys() | written_out.keys()):  # ties are broken by the order
            if len(word) > 3:
                self._speller.create_dictionary_entry(word, lexicon.get(word, 1))

    def __call__(self, text: str) -> str:
        """Return the text in lower case with the mended words; everything else stays in place."""
        plain = _INVISIBLE.sub("", text).translate(_APOSTROPHES).lower()
        return _WORD.sub(lambda match: self._mend(match[0]), _REPEATED.sub(r"\1\1", plain))

    def _mend(self, word: str) -> str:
        if word in self._written_out:
            return self._written_out[word]
        if word in self._known or "'" in word:
            return word
        if not _VOWELS.search(word):
            return self._without_vowels.get(word, word)
        if len(word) < 4:
            return word
        single = _REPEATED.sub(r"\1", re.sub(r"(\w)\1", r"\1", word))
        if single in self._known:
            return self._written_out.get(single, single)
        return self._split(word) or self._spell(word)

    def _spell(self, word: str) -> str:
        """Return the nearest word that matters: one letter off, or two in a long word."""
        distance = 1 if len(word) < 7 else 2
        written = word + "g" if word.endswith("in") else word  # "walkin"
        found = self._speller.lookup(written, Verbosity.CLOSEST, max_edit_distance=distance)
        near = [item.term for item in found if item.term[0] == word[0]]
        return self._written_out.get(near[0], near[0]) if near else word

    def _split(self, word: str) -> str | None:
        """Return two words that lost the space between them, one of which matters."""
        for cut in range(2, len(word) - 1):
            left, right = word[:cut], word[cut:]
            both_known = left in self._known and right in self._known
            if both_known and (right in self._lexicon or left in self._lexicon) and len(right) > 2:
                return f"{self._written_out.get(left, left)} {self._written_out.get(right, right)}"
        return None


def _without_vowels(lexicon: Mapping[str, int]) -> dict[str, str]:
    """Return which word is meant by its consonants alone: "swm" by "swim", where only one is likely."""
    words = defaultdict(list)
    for word, count in lexicon.items():
        words[_VOWELS.sub("", word)].append((count, word))
    likely = {}
    for consonants, found in words.items():
        (most, word), (next_most, _) = sorted([*found, (0, "")], reverse=True)[:2]
        if len(consonants) > 1 and most >= _CLEARLY * next_most:
            likely[consonants] = word
    return likely
