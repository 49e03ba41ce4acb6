"""Reads a message together with the one before it: corrections and continuations."""

import re

from knowledge.vocabulary import Vocabulary

# A continuation is short: "and in the car?"
_SHORT = 8
_CLAUSE = re.compile(r"[,.;!?]|\bnot\b", re.IGNORECASE)
_INSTEAD_OF = re.compile(r"\bnot\s+(\w[\w' ]*)", re.IGNORECASE)
# "the standing one" is about the last exercise, not about the last message
_ONE = re.compile(r"\bthe (?:\w+ )?(?:one|1)\b", re.IGNORECASE)
# "*bird dog", "bird dog*": how a typing mistake is put right in chats
_STARRED = re.compile(r"^\s*\*\s*(\w[^*]*)$|^\s*([^\W\d][^*]*)\*\s*$")


class FollowUps:
    """Makes the readings, each a text that can be understood alone."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the patterns."""
        meant = "|".join(map(re.escape, vocabulary.corrections))
        self._meant = re.compile(rf"\b(?:{meant})\b\W*(\w.*)", re.IGNORECASE | re.DOTALL)
        joins = "|".join(map(re.escape, vocabulary.continuations))
        self._continues = re.compile(rf"^\W*(?:(?:{joins})[\s,.]+)+(\w.*)", re.IGNORECASE | re.DOTALL)

    def corrected(self, before: str, text: str) -> list[str]:
        """Return what a correction says, the fullest reading first.

        Args:
            before: the message before: "how do I sleep with it?".
            text: the message: "I meant sit, not sleep".

        Returns:
            "how do I sit with it?", "sit, not sleep" and "sit". Nothing where it is no correction.
        """
        starred, meant = _STARRED.search(text), self._meant.search(text)
        found = (starred and (starred[1] or starred[2])) or (meant and meant[1])
        said = _CLAUSE.split(found)[0].strip() if found else ""
        if not said or _ONE.search(text):
            return []
        return [*_replaced(before, text, said), found, said]

    def continued(self, before: str, text: str) -> str | None:
        """Return the question before, with what is added to it: "how do I sleep" + "and in the car?"."""
        found = self._continues.search(text)
        if not found or len(text.split()) > _SHORT:
            return None
        return f"{before.rstrip(' .?!')} {found[1]}"


def _replaced(before: str, text: str, said: str) -> list[str]:
    """Return the message before with the right words for the wrong ones, where it had them."""
    for wrong in _INSTEAD_OF.findall(text):
        word = re.compile(rf"\b{re.escape(wrong.strip())}\b", re.IGNORECASE)
        if word.search(before):
            return [word.sub(said, before, count=1)]
    return []
