"""Finds exercises, stages, body parts, numbers and durations in a message, by spaCy's entity ruler.

The names come from the knowledge module, so a new exercise file is recognised without new code.
"""

import re

import spacy
from spacy.language import Language
from spacy.tokens import Span

from knowledge.base import KnowledgeBase
from knowledge.vocabulary import Vocabulary

# A name is the same with or without hyphens and spaces: "bird-dog", "bird dog", "birddog".
_SEPARATOR = re.compile(r"[\s-]+")


def build(kb: KnowledgeBase) -> Language:
    """Return a blank English pipeline whose entities are labelled `exercise`, `stage` and so on.

    The id of an entity (`ent_id_`) is the id of the record it names, where it names one.
    """
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            *_name_patterns(kb.names()),
            *_stage_patterns(kb.vocabulary),
            *_measure_patterns(kb.vocabulary),
            *_country_patterns(kb),
        ]
    )
    return nlp


def value(entity: Span, vocabulary: Vocabulary) -> str | int:
    """Return what an entity stands for: a record id, a whole number, or its lower-cased text."""
    if entity.ent_id_:
        return entity.ent_id_
    said = entity.text.lower()
    if entity.label_ == "number":
        return vocabulary.numbers.get(said, int(said) if said.isdecimal() else said)
    return said


def _words(name: str) -> list[dict]:
    """Return token patterns for a name: any case, hyphens optional, the last word also in plural."""
    *first, last = _SEPARATOR.split(name)
    hyphen = {"ORTH": "-", "OP": "?"}
    tokens = [part for word in first for part in ({"LOWER": word}, hyphen)]
    return [*tokens, {"LOWER": {"IN": [last, f"{last}s", f"{last}es"]}}]


def _name_patterns(names: dict[str, dict[str, str]]) -> list[dict]:
    patterns = []
    for label, ids in names.items():
        for name, record_id in ids.items():
            patterns.append({"label": label, "pattern": _words(name), "id": record_id})
            joined = _SEPARATOR.sub("", name)
            if joined != name:
                patterns.append({"label": label, "pattern": [{"LOWER": joined}], "id": record_id})
    return patterns


def _stage_patterns(vocabulary: Vocabulary) -> list[dict]:
    """'stage 2', 'stage-two', '2nd phase': the word and the number in either order."""
    word = {"LOWER": {"IN": vocabulary.stage_words}}
    patterns = []
    for number, said in vocabulary.stage_numbers.items():
        which = {"LOWER": {"IN": said}}
        joiner = {"ORTH": {"IN": ["-", "#", "."]}, "OP": "?"}
        for tokens in ([word, joiner, which], [which, joiner, word]):
            patterns.append({"label": "stage", "pattern": tokens, "id": f"stage-{number}"})
    return patterns


def _measure_patterns(vocabulary: Vocabulary) -> list[dict]:
    units = [form for unit in vocabulary.duration_units for form in (unit, f"{unit}s")]
    unit = {"LOWER": {"IN": units}}
    number = {"LIKE_NUM": True}
    vague = {"LOWER": {"IN": ["a", "an", "few", "several", "couple", "half", "of"]}, "OP": "+"}
    return [
        {"label": "duration", "pattern": [number, {"ORTH": "-", "OP": "?"}, unit]},
        {"label": "duration", "pattern": [vague, unit]},
        {"label": "number", "pattern": [number]},
        *({"label": "body_part", "pattern": _words(part)} for part in vocabulary.body_parts),
    ]


# "I'm in Ireland", "UK here", or the country alone; "tell us" is no country.
_PLACING = {"in", "from", "live", "based", "am", "to", "near", "m"}


def _country_patterns(kb: KnowledgeBase) -> list[dict]:
    """Countries after words such as "in", before "here", or as the whole message."""
    patterns = []
    for place in kb.countries.values():
        for name in place.names:
            tokens = [{"LOWER": word} for word in name.split()]
            label = {"label": "country", "id": place.country}
            if len(name) > 3:
                patterns.append({**label, "pattern": tokens})
            else:  # short names are ordinary words too
                patterns.append({**label, "pattern": [{"LOWER": {"IN": sorted(_PLACING)}}, *tokens]})
                patterns.append({**label, "pattern": [*tokens, {"LOWER": "here"}]})
    return patterns
