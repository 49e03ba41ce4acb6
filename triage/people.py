"""Whom a message speaks of: the writer, or somebody else."""

from bisect import bisect_left

from spacy.tokens import Doc

# "my 80 year old mother": so many words behind "my" may name somebody else.
_REACH = 4


class People:
    """Tells the writer from others by pronouns and words for relatives."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        """Take the words for the writer (`self`) and for somebody else (`others`)."""
        self._self, self._others = frozenset(words["self"]), frozenset(words["others"])

    def named(self, doc: Doc) -> list[tuple[int, bool]]:
        """Return who is named where, in order: the word's position, and whether it is somebody else."""
        words = [token.lower_ for token in doc]
        return [
            (position, word in self._others)
            for position, word in enumerate(words)
            if word in self._others or (word in self._self and not self._owns(words, position))
        ]

    def about_other(self, doc: Doc) -> bool:
        """Whether a message as a whole speaks of somebody else.

        It does where somebody else is named at least as often as the writer: who asks for another says
        "I" as well.
        """
        others = [other for _, other in self.named(doc)]
        return any(others) and 2 * sum(others) >= len(others)

    def _owns(self, words: list[str], position: int) -> bool:
        """Whether a "my" only says whose relative somebody is."""
        behind = words[position + 1 : position + 1 + _REACH]
        return words[position] == "my" and any(word in self._others for word in behind)


def last_before(named: list[tuple[int, bool]], end: int) -> bool:
    """Return whether the last person named before a position is somebody else.

    Args:
        named: as `People.named` returns them.
        end: position of a word.
    """
    before = bisect_left(named, (end, False))
    return before > 0 and named[before - 1][1]
