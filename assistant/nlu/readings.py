"""Other ways to read a message: with its spelling mended, and with what "it" stands for put in."""

import re
from collections import Counter

from knowledge import KnowledgeBase, answers
from knowledge.models import Exercise, Item, Stage, Topic
from triage.normalise import Normaliser

_WORDS = re.compile(r"[a-z]+")
_END = re.compile(r"(?<=[.!?])\s+|\n+")
# The topic of all stages together.
_STAGES = "stages-overview"
# "no, the standing one", "the other one, the standing"
_ANOTHER = re.compile(
    r"\b(the (?!other|next)\w+) (?:one|1)\b|\bother (?:one|1)\W+(the \w+)\W*$", re.IGNORECASE
)


class Readings:
    """Makes the readings. Making one takes a moment; using it does not."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Count the words of the content: typos are mended into these."""
        said = (f"{item.title} {answers.text(kb, item)}".lower() for item in kb.items.values())
        words = Counter(word for text in said for word in _WORDS.findall(text))
        self._mend = Normaliser(words, kb.red_flags.cues.written_out)
        self._kb = kb
        vocabulary = kb.vocabulary
        ordinals = [word for words_of in vocabulary.stage_numbers.values() for word in words_of]
        placed = "|".join(map(re.escape, [*ordinals, *vocabulary.stage_after, *vocabulary.stage_before]))
        things = "|".join(["one", *vocabulary.stage_words])
        self._placed = re.compile(
            rf"\b(?:({placed}) (?:{things})|(?:{things}) ({placed}))\b|\bthe (?!one)({placed})\W*$",
            re.IGNORECASE,
        )
        then = "|".join(map(re.escape, vocabulary.stage_next))
        self._next = re.compile(rf"\b(?:{then})\b", re.IGNORECASE)
        pointing = "|".join(map(re.escape, vocabulary.pointing))
        # "there" points at the end only: "is there a stretch ...?" does not
        self._pointing = re.compile(rf"\b(?:(?:{pointing})\b|there(?=\W*$))", re.IGNORECASE)

    def mended(self, text: str) -> str | None:
        """Return the text with its spelling mended; None where nothing was to mend."""
        mended = self._mend(text)
        return mended if mended != text.lower() else None

    def about(self, item: Item, text: str) -> list[str]:
        """Return the text with the name of an item for the first word that points at it.

        Args:
            item: what was answered last.
            text: the message: "can it cause sciatica?".

        Returns:
            "can the piriformis cause sciatica?"; after a stretch, for "no, the standing one": "no, the
            standing stretch" and "the standing stretch". Nothing where no word points, or the item has
            no name.
        """
        another = _ANOTHER.search(text)
        if another and not isinstance(item, Topic):
            named = f"{another[1] or another[2]} {_kind_of(item)}"
            return [text[: another.start()] + named + text[another.end() :], named]
        name = name_of(item)
        points = name and self._pointing.search(text)
        return [self._pointing.sub(name, text, count=1)] if points else []

    def other_stage(self, item: Item, text: str) -> str | None:
        """Return the name of the stage that a text means by its place: "and the next one?".

        Args:
            item: what was answered last: a stage, or the stages as a whole.
            text: the message.
        """
        if not (isinstance(item, Stage) or item.id == _STAGES):
            return None
        words, placed = self._kb.vocabulary, self._placed.search(text)
        if placed:
            said = next(word for word in placed.groups() if word).lower()
            number = next((n for n, ordinals in words.stage_numbers.items() if said in ordinals), None)
            step = 1 if said in words.stage_after else -1
        elif self._next.search(text):
            number, step = None, 1
        else:
            return None
        if number is None and isinstance(item, Stage):
            number = item.number + step
        return f"stage {number}" if number in words.stage_numbers else None

    def family(self, item: Item) -> list[str]:
        """Return the ids of an item, of what belongs to it, and of all others of its kind."""
        kinds = {Exercise: self._kb.exercises, Stage: self._kb.stages}
        return [item.id, *item.related, *kinds.get(type(item), [])]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that has several, else nothing."""
    parts = [part.strip() for part in _END.split(text) if part.strip()]
    return parts if len(parts) > 1 else []


def _kind_of(item: Exercise | Stage) -> str:
    last = item.name.rpartition(" ")[2]
    return "stage" if isinstance(item, Stage) else last if last == "stretch" else "exercise"


def name_of(item: Item) -> str | None:
    """Return what "it" means after an answer; None for a topic that is about no one thing."""
    if isinstance(item, Topic):
        return item.called
    return item.name if isinstance(item, Exercise) else f"stage {item.number}"
