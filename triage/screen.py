"""Which warning signs a message mentions, and whether each is meant as true now."""

import re
from bisect import bisect_right

import spacy

from knowledge.red_flags import RedFlags, Sign
from triage import pipeline
from triage.finding import Finding
from triage.normalise import Normaliser
from triage.people import People, last_before

_WORDS = re.compile(r"[a-z]+")
# Longer messages are cut: nobody types that much, and the screen stays fast for those who paste.
MAX_CHARACTERS = 100_000


class Screen:
    """Finds warning signs in text. Making one takes a moment; using it does not."""

    def __init__(self, red_flags: RedFlags) -> None:
        """Compile the patterns."""
        self._signs = {sign.id: sign for sign in red_flags.signs}
        self._despite = {sign.id: _despite(sign) for sign in red_flags.signs}
        self._cues = red_flags.cues
        phrases = (phrase for words in red_flags.concepts.values() for phrase in words)
        lexicon = {word: 1 for phrase in phrases for word in _WORDS.findall(phrase)}
        self._normalise = Normaliser(lexicon, red_flags.cues.written_out)
        self._people = People(red_flags.cues.people)
        self._nlp = pipeline.build(red_flags)
        self._splitter = spacy.blank("en")
        self._splitter.add_pipe("sentencizer")

    def __call__(self, text: str) -> list[Finding]:
        """Return what the text mentions, in the order it does."""
        doc = self._nlp(self._normalise(text[:MAX_CHARACTERS]))
        starts = [sentence.start for sentence in doc.sents]
        named = self._people.named(doc)
        meant = pipeline.statuses(doc, self._cues, self._despite)
        return [
            Finding(
                sign=self._signs[mention.label_],
                status=status,
                words=mention.text,
                sentence=bisect_right(starts, mention.start) - 1,
                about_other=last_before(named, mention.end),
            )
            for mention, status in zip(doc.spans[pipeline.MENTIONS], meant)
        ]

    def about_other(self, text: str) -> bool:
        """Whether a text speaks of somebody else as a whole."""
        return self._people.about_other(self._splitter(text[:MAX_CHARACTERS]))

    def sentences(self, text: str) -> list[str]:
        """Return the sentences of a text as they were typed."""
        doc = self._splitter(text[:MAX_CHARACTERS])
        return [sentence.text.strip() for sentence in doc.sents if sentence.text.strip()]


def _despite(sign: Sign) -> set[str]:
    """Return the statuses that do not keep a sign from counting."""
    past = {"past", "unchanged"} if sign.lasting else set()
    return past | ({"hypothetical"} if sign.wished else set())
