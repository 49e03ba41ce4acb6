"""Typing mistakes as people make them on a phone, so that the encoder meets them while it learns."""

import random
import re

_NEIGHBOURS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok",
    "o": "ipl", "p": "ol", "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb", "h": "gyjn",
    "j": "hukm", "k": "jil", "l": "ko", "z": "asx", "x": "zsdc", "c": "xdfv", "v": "cfgb", "b": "vghn",
    "n": "bhjm", "m": "njk",
}  # fmt: skip
_PUNCTUATION = re.compile(r"[.,;:!?']")
_VOWELS = re.compile(r"[aeiou]")
# Shares of messages: left as they are, without punctuation, with two words run together.
UNTOUCHED, UNPUNCTUATED, RUN_TOGETHER = 0.55, 0.3, 0.15
# Share of words that are misspelt; one is drawn for each message.
MISSPELT = (0.08, 0.15, 0.3)
_SHORT = 3


def misspelt(word: str, rng: random.Random) -> str:
    """Return a word with one mistake: letters swapped, lost, doubled or mistaken, or vowels left out."""
    if len(word) < _SHORT or not word.isalpha():
        return word
    at = rng.randrange(len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    return rng.choice(
        [
            before + after[0] + letter + after[1:],
            before + after,
            before + letter + letter + after,
            before + rng.choice(_NEIGHBOURS.get(letter.lower(), letter)) + after,
            word[0] + _VOWELS.sub("", word[1:]),
        ]
    )


def typed_in_a_hurry(text: str, rng: random.Random) -> str:
    """Return a text as somebody might type it; more than half of the texts stay as they are."""
    if rng.random() < UNTOUCHED:
        return text
    share = rng.choice(MISSPELT)
    words = [misspelt(word, rng) if rng.random() < share else word for word in text.split()]
    if len(words) > 1 and rng.random() < RUN_TOGETHER:
        at = rng.randrange(len(words) - 1)
        words[at : at + 2] = ["".join(words[at : at + 2])]
    typed = " ".join(words)
    return _PUNCTUATION.sub("", typed) if rng.random() < UNPUNCTUATED else typed
