"""Which warning signs a message mentions, and whether each is meant as true now."""

import re
from dataclasses import dataclass

import numpy as np
import spacy
from spacy.tokens import Doc

from knowledge.red_flags import RedFlags
from triage import features, pipeline
from triage.finding import Finding
from triage.normalise import Normaliser

_WORDS = re.compile(r"[a-z]+")
# Longer messages are cut: nobody types that much, and the screen stays fast for those who paste.
MAX_CHARACTERS = 20_000


@dataclass(frozen=True)
class Reading:
    """A text as the screen read it: its findings, and its description (see `triage.features`)."""

    findings: list[Finding]
    description: np.ndarray


class Screen:
    """Finds warning signs in text. Making one takes a moment; using it does not."""

    def __init__(self, red_flags: RedFlags) -> None:
        """Compile the patterns."""
        self._signs = {sign.id: sign for sign in red_flags.signs}
        self._cues = red_flags.cues
        phrases = (phrase for words in red_flags.concepts.values() for phrase in words)
        lexicon = {word for phrase in phrases for word in _WORDS.findall(phrase)}
        self._normalise = Normaliser(lexicon, red_flags.cues.written_out)
        self._nlp = pipeline.build(red_flags)
        self._splitter = spacy.blank("en")
        self._splitter.add_pipe("sentencizer")

    def sentences(self, text: str) -> list[str]:
        """Return the sentences of a text as they were typed."""
        doc = self._splitter(text[:MAX_CHARACTERS])
        return [sentence.text.strip() for sentence in doc.sents if sentence.text.strip()]

    def __call__(self, text: str) -> list[Finding]:
        """Return what the text mentions, in the order it does."""
        return self.read(text).findings

    def read(self, text: str) -> Reading:
        """Return what the text mentions, and numbers that describe how it speaks of it."""
        doc = self._nlp(self._normalise(text[:MAX_CHARACTERS]))
        findings = self._findings(doc)
        return Reading(findings, features.describe(doc, findings))

    def _findings(self, doc: Doc) -> list[Finding]:
        starts = [sentence.start for sentence in doc.sents]
        return [
            Finding(
                self._signs[mention.label_],
                pipeline.status(mention, self._cues),
                mention.text,
                starts.index(mention.sent.start),
            )
            for mention in doc.spans[pipeline.MENTIONS]
        ]
