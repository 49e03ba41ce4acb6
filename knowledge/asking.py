"""Whether a text asks something, and which questions it holds. Pure functions of text."""

import re
from functools import lru_cache

# A shorter part is no question of its own ("why?", "is it?").
_WORDS = 3


def asks(openings: tuple[str, ...], text: str) -> bool:
    """Return whether a text is a question.

    Args:
        openings: lower-case words that questions begin with (`vocabulary.yml`).
        text: as it was typed.
    """
    return bool(_question(openings).search(text))


def split(openings: tuple[str, ...], text: str) -> list[str]:
    """Return the questions in a text, in order, without what only stands beside them.

    "Hi! What causes it and can I swim?" holds "What causes it" and "can I swim?".
    """
    parts = [part.strip() for part in _break(openings).split(text)]
    return [part for part in parts if len(part.split()) >= _WORDS and asks(openings, part)]


@lru_cache(maxsize=1)
def _question(openings: tuple[str, ...]) -> re.Pattern:
    return re.compile(
        rf"^\W*(?:(?:and|also|plus|so|ok|then)\W+)*(?:{_either(openings)})\b|\?\W*$", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _break(openings: tuple[str, ...]) -> re.Pattern:
    joint = r"\s+(?:and|n|&|also|plus|or)\s+(?:also\s+)?"
    opening = rf"(?:{_either(openings)})\b"
    # a comma parts the questions of a list only: "what is it, how long does it last, and can I swim?"
    listed = rf",\s+(?={opening}[^.!?\n]{{0,200}},{joint}{opening})"
    return re.compile(rf"(?<=[.!?])\s+|\n+|;\s*|,?{joint}(?={opening})|{listed}", re.IGNORECASE)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))
