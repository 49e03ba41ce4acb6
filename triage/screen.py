"""Which warning signs a message reports, by concepts and by who, when and whether it is meant."""

from dataclasses import dataclass
from typing import Literal

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Span, Token

from knowledge.red_flags import RedFlags, Sign

Status = Literal["present", "unclear", "negated", "asked"]

_NEGATIONS = {"no", "not", "never", "without", "deny", "denies", "nor"}
# What may stand between a negation and what it negates: "no problems with", "never had any".
_NEGATION_REACH = 4
_HYPOTHETICAL = {"if", "when", "should", "would", "might", "before", "unless"}
# "Back in 1986", "two years ago": probably over, but worth asking.
_PAST = {"year", "years"}
_ASKING = {
    "what", "why", "when", "how", "is", "are", "does", "do", "can", "could", "should", "will", "which",
}  # fmt: skip
_PEOPLE = {
    "i", "me", "my", "he", "she", "his", "her", "husband", "wife", "mum", "mom", "dad", "partner",
    "mother", "father", "son", "daughter", "friend", "hubby", "brother", "sister",
}  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """A sign that a message mentions.

    Attributes:
        sign: the sign, with its level and kind.
        status: `present` is reported as true now; `unclear` may be; `negated` and `asked` are not.
        words: the words of the message that say so.
    """

    sign: Sign
    status: Status
    words: str


class Screen:
    """Finds warning signs in text. Making one takes a moment; using it does not."""

    def __init__(self, red_flags: RedFlags) -> None:
        """Compile the patterns."""
        self._signs = {sign.id: sign for sign in red_flags.signs}
        self._nlp = spacy.blank("en")
        self._nlp.add_pipe("sentencizer")
        self._matcher = Matcher(self._nlp.vocab)
        for sign in red_flags.signs:
            patterns = [_token_pattern(pattern, red_flags) for pattern in sign.patterns]
            self._matcher.add(sign.id, patterns, greedy="LONGEST")

    def __call__(self, text: str) -> list[Finding]:
        """Return what the text mentions, in the order it does."""
        found = []
        for sentence in self._nlp(_plain(text)).sents:
            for match_id, start, end in sorted(self._matcher(sentence), key=lambda m: m[1]):
                sign = self._signs[self._nlp.vocab.strings[match_id]]
                words = sentence[start:end]
                found.append(Finding(sign, _status(words, sentence), words.text))
        return found


def _plain(text: str) -> str:
    """Straighten curly apostrophes, so that contractions are seen as such."""
    return text.replace("\u2019", "'").replace("\u2018", "'")


def _token_pattern(concepts: list[str], red_flags: RedFlags) -> list[dict]:
    tokens: list[dict] = []
    for concept in concepts:
        if tokens:
            tokens += [{"IS_PUNCT": False, "OP": "?"}] * red_flags.gap
        tokens.append({"NORM": {"IN": red_flags.concepts[concept]}})
    return tokens


def _is_calendar_year(token: Token) -> bool:
    return token.is_digit and len(token) == 4 and token.text[:2] in {"19", "20"}


def _status(words: Span, sentence: Span) -> Status:
    before = [token.norm_ for token in sentence if token.i < words.start]
    is_about_somebody = any(token.norm_ in _PEOPLE for token in sentence)
    if any(norm in _NEGATIONS for norm in before[-_NEGATION_REACH:]):
        return "negated"
    if any(norm in _HYPOTHETICAL for norm in before):
        return "unclear" if is_about_somebody else "asked"
    if any(token.norm_ in _PAST or _is_calendar_year(token) for token in sentence):
        return "unclear"
    is_question = bool(before) and before[0] in _ASKING
    if is_question:
        return "unclear" if is_about_somebody else "asked"
    return "present" if is_about_somebody or not sentence.text.strip().endswith("?") else "unclear"
