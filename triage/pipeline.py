"""The spaCy pipeline of the screen: clauses, concepts, mentions of signs, and what each one means.

Everything found is kept in `doc.spans`, nothing in global extensions.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from datetime import date

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from knowledge.red_flags import Cues, RedFlags, concepts_of

CONCEPTS, CLAUSES, MENTIONS = "concepts", "clauses", "mentions"
# The sentences; very long ones cut.
SENTENCES = "sentences"
# Key of `doc.user_data`: the concept spans that each mention is made of.
PARTS = "parts"
_YEAR = re.compile(r"(19|20)\d\d")
# A text without full stops is cut, so that the search for signs stays linear in its length.
MAX_CLAUSE = 60
_WORDS_A_SPAN = 4
_DIRECTIONS = ("before", "after", "anywhere")
_STRONGEST_FIRST = (
    "negated",
    "figurative",
    "asked",
    "past",
    "unchanged",
    "other-person",
    "hypothetical",
)


def build(red_flags: RedFlags) -> Language:
    """Return the pipeline for a set of warning signs."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("triage_clauses", config={"terminators": red_flags.cues.terminators})
    nlp.add_pipe("triage_concepts", config={"concepts": red_flags.concepts})
    rules = [(sign.id, rule) for sign in red_flags.signs for rule in sign.rules]
    nlp.add_pipe("triage_mentions", config={"rules": rules, "gap": red_flags.cues.gap})
    nlp.add_pipe("triage_cues", config={"cues": red_flags.cues.dict()})
    return nlp


def _phrase_matcher(nlp: Language, phrases: dict[str, list[str]]) -> PhraseMatcher:
    matcher = PhraseMatcher(nlp.vocab, attr="NORM")
    for label, texts in phrases.items():
        matcher.add(label, [nlp.make_doc(text) for text in texts])
    return matcher


def _spans(matcher: PhraseMatcher, doc: Doc) -> list[Span]:
    return sorted(matcher(doc, as_spans=True), key=lambda span: (span.start, -span.end))


@Language.factory("triage_clauses", default_config={"terminators": []})
class Clauses:
    """Splits sentences where the reach of a negation ends: "no pain but my leg is numb"."""

    def __init__(self, nlp: Language, name: str, terminators: list[str]) -> None:
        self._matcher = _phrase_matcher(nlp, {"end": terminators})

    def __call__(self, doc: Doc) -> Doc:
        starts = {s for sentence in doc.sents for s in range(sentence.start, sentence.end, MAX_CLAUSE)}
        doc.spans[SENTENCES] = _stretches(doc, starts)
        starts |= {span.start for span in self._matcher(doc, as_spans=True)}
        doc.spans[CLAUSES] = _stretches(doc, starts)
        return doc


def _stretches(doc: Doc, starts: set[int]) -> list[Span]:
    bounds = [*sorted(starts), len(doc)]
    return [doc[start:end] for start, end in zip(bounds, bounds[1:])]


@Language.factory("triage_concepts", default_config={"concepts": {}})
class Concepts:
    """Marks every word or phrase that stands for a concept."""

    def __init__(self, nlp: Language, name: str, concepts: dict[str, list[str]]) -> None:
        self._matcher = _phrase_matcher(nlp, concepts)

    def __call__(self, doc: Doc) -> Doc:
        doc.spans[CONCEPTS] = _spans(self._matcher, doc)
        return doc


@Language.factory("triage_mentions", default_config={"rules": [], "gap": 5})
class Mentions:
    """Finds where all concepts of a rule stand near each other in one clause."""

    def __init__(self, nlp: Language, name: str, rules: list[tuple[str, str]], gap: int) -> None:
        self._gap = gap
        self._rules = defaultdict(list)  # by one of the concepts that a rule needs
        for sign, rule in rules:
            needed, excluded = concepts_of(rule)
            self._rules[min(needed)].append((sign, needed, excluded))

    def __call__(self, doc: Doc) -> Doc:
        found: dict[tuple[str, int, int], list[Span]] = {}
        for concepts in within(list(doc.spans[CLAUSES]), list(doc.spans[CONCEPTS])):
            places = defaultdict(list)
            for span in concepts:
                places[span.label_].append(span)
            candidates = [rule for name in places for rule in self._rules.get(name, ())]
            for sign, needed, excluded in candidates:
                if places.keys() >= needed and not places.keys() & excluded:
                    parts = _nearest_together([places[name] for name in sorted(needed)], self._gap)
                    if parts:
                        start, end = parts[0].start, max(part.end for part in parts)
                        found[(sign, start, end)] = parts
        doc.spans[MENTIONS] = sorted(Span(doc, start, end, label=sign) for sign, start, end in found)
        doc.user_data[PARTS] = found
        return doc


def within(stretches: Sequence[Span], spans: Sequence[Span]) -> list[list[Span]]:
    """Return for each stretch of text the spans that lie in it.

    Args:
        stretches: one behind the other, without gaps, from the start of the text to its end.
        spans: sorted by their start.
    """
    starts = [stretch.start for stretch in stretches]
    found: list[list[Span]] = [[] for _ in stretches]
    for span in spans:
        number = bisect_right(starts, span.start) - 1
        if span.end <= stretches[number].end:
            found[number].append(span)
    return found


def _nearest_together(places: list[list[Span]], gap: int) -> list[Span] | None:
    """Return one span of each list, in order, that stand near each other; None if none do.

    At most `gap` words stand between neighbours, and no word is used twice.
    """
    reach = (gap + _WORDS_A_SPAN) * len(places)

    def extend(chosen: list[Span], rest: list[list[Span]]) -> list[Span] | None:
        if not rest:
            ordered = sorted(chosen, key=lambda span: span.start)
            near = all(b.start - a.end <= gap for a, b in zip(ordered, ordered[1:]))
            return ordered if near else None
        for span in rest[0]:
            if chosen and abs(span.start - chosen[0].start) > reach:
                continue
            apart = all(span.end <= other.start or other.end <= span.start for other in chosen)
            if apart and (result := extend([*chosen, span], rest[1:])):
                return result
        return None

    return extend([], places)


def _is_past_year(token: Token) -> bool:
    """Whether a token is a year that is well over: "in 2009"."""
    return bool(_YEAR.fullmatch(token.text)) and int(token.text) <= date.today().year - 2


@Language.factory("triage_cues", default_config={"cues": {}})
class CueMarker:
    """Marks words that change what a mention means, as spans of `doc.spans[direction]`."""

    def __init__(self, nlp: Language, name: str, cues: dict) -> None:
        self._matchers = {way: _phrase_matcher(nlp, cues[way]) for way in _DIRECTIONS}
        self._pseudo = _phrase_matcher(nlp, {"pseudo": cues["pseudo"]})

    def __call__(self, doc: Doc) -> Doc:
        ends: dict[int, int] = {}  # of the longest pseudo cue around each word
        for pseudo in self._pseudo(doc, as_spans=True):
            for position in range(pseudo.start, pseudo.end):
                ends[position] = max(pseudo.end, ends.get(position, 0))
        for way, matcher in self._matchers.items():
            doc.spans[way] = [s for s in _spans(matcher, doc) if s.end > ends.get(s.start, 0)]
        doc.spans["anywhere"] += [Span(doc, t.i, t.i + 1, label="past") for t in doc if _is_past_year(t)]
        return doc


def _is_part(cue: Span, mention: Span) -> bool:
    """Whether a cue shares a word with the sign's own: "did not" with the "not wake up" of a wish."""
    parts = mention.doc.user_data[PARTS][(mention.label_, mention.start, mention.end)]
    return any(part.start < cue.end and cue.start < part.end for part in parts)


def statuses(doc: Doc, cues: Cues, despite: Mapping[str, Set[str]]) -> list[str]:
    """Return what each mention means: `present`, or the status of the strongest cue around it.

    Args:
        doc: a text that went through the pipeline.
        cues: see `knowledge.red_flags.Cues`.
        despite: for each sign the statuses that do not keep it from counting.
    """
    sentences, clauses = list(doc.spans[SENTENCES]), list(doc.spans[CLAUSES])
    marked = {way: within(sentences, list(doc.spans[way])) for way in _DIRECTIONS}
    sentence_starts, clause_starts = ([s.start for s in spans] for spans in (sentences, clauses))
    found = []
    for mention in doc.spans[MENTIONS]:
        sentence = bisect_right(sentence_starts, mention.start) - 1
        clause = clauses[bisect_right(clause_starts, mention.start) - 1]
        around = {way: marked[way][sentence] for way in _DIRECTIONS}
        names = _cues_around(mention, clause, around, cues.reach)
        names -= despite[mention.label_]
        found.append(next((name for name in _STRONGEST_FIRST if name in names), "present"))
    return found


def _cues_around(mention: Span, clause: Span, around: dict[str, list[Span]], reach: int) -> set[str]:
    names = {cue.label_ for cue in around["anywhere"]}
    for cue in around["before"]:
        close = cue.end <= mention.start and mention.start - cue.end <= reach
        inside = mention.start <= cue.start < mention.end and not _is_part(cue, mention)
        if clause.start <= cue.start and (close or inside):
            names.add(cue.label_)
    for cue in around["after"]:
        if mention.end <= cue.start < clause.end and cue.start - mention.end <= reach:
            names.add(cue.label_)
    return names
